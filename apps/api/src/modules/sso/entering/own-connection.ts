import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { Passwords, SecondFactors } from '../../auth';
import { ConnectionKinds } from '../connections/connection-kinds';
import { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { SignInEntries } from './sign-in-entries';

/** The connection the present session came in through. */
@Injectable()
export class OwnConnection {
  constructor(
    private readonly context: RequestContext,
    private readonly entries: SignInEntries,
    private readonly repositories: Repositories,
    private readonly kinds: ConnectionKinds,
    private readonly factors: SecondFactors,
    private readonly passwords: Passwords,
  ) {}

  /** Undefined for a local session, and while the connection is off. */
  async find(): Promise<{ connection: SignInConnectionEntity; entryId: string } | undefined> {
    const { session } = this.context.actor;
    const entry = session ? await this.entries.ofSession(session.id) : undefined;
    if (!entry) return undefined;
    const connection = await this.repositories.house(SignInConnectionEntity).findOne({ id: entry.connectionId });
    return connection?.state === 'enabled' ? { connection, entryId: entry.id } : undefined;
  }

  /**
   * Whoever has a second factor here shows that one, unless the provider is trusted to ask for its own; and no provider
   * knows the password of the account here.
   */
  async mayProve(connection: SignInConnectionEntity, className: string): Promise<boolean> {
    const { id } = this.context.actor;
    if (!this.kinds.of(connection.kind).browser || (await this.passwords.neededFor(className, id))) return false;
    return connection.mfaTrusted || !(await this.factors.enrolled(id));
  }

  /** Whether there is anything of ours to prove it with. */
  async localProof(): Promise<boolean> {
    const { id } = this.context.actor;
    return (await this.factors.enrolled(id)) || this.passwords.counts(id);
  }

  /** Where to sign out at the provider too; null where that is not wanted or not possible. */
  async signOutAddress(): Promise<string | null> {
    const own = await this.find();
    if (!own) return null;
    const rules = this.kinds.of(own.connection.kind);
    return (await rules.signOut?.(own.connection, await this.entries.hintOf(own.entryId))) ?? null;
  }
}
