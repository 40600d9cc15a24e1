import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { PasswordPlaces } from '../../auth';
import { BreakGlass } from './break-glass';
import { domainOf } from './domain-rules';

/** What binds somebody's address to a directory, a provider or an enforced domain. Break-glass accounts are bound by none. */
@Injectable()
export class AddressTies implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly places: PasswordPlaces,
    private readonly breakGlass: BreakGlass,
  ) {}

  onModuleInit(): void {
    this.places.tie(this);
  }

  /** Whoever could move out of a domain before the grace date would never have to come through its connection. */
  async keeps(userId: string, email: string): Promise<string | undefined> {
    if (await this.breakGlass.includes(userId)) return undefined;
    const source = await this.sourceOf(userId);
    if (source)
      return `You sign in through ${source}, which looks after your address: have it changed there. It knows you by a key, so signing in goes on working; what stands here is what it said when your account was made.`;
    const enforced = await this.enforcing(email);
    return (
      enforced &&
      `People with an address at ${domainOf(email)} sign in through ${enforced}. Ask your administrator for another address.`
    );
  }

  /** Nobody with a password of ours moves in either: the password would be closed, and no identity be theirs. */
  async refuses(userId: string, email: string): Promise<string | undefined> {
    if (await this.breakGlass.includes(userId)) return undefined;
    const enforced = await this.enforcing(email);
    return (
      enforced &&
      `People with an address at ${domainOf(email)} sign in through ${enforced}. Your account signs in with a password, so it cannot have one.`
    );
  }

  /** A directory somebody belongs to, or a provider without which they could not come in. */
  private async sourceOf(userId: string): Promise<string | undefined> {
    const [row] = await this.sql.house<{ name: string }>(
      `SELECT c.name FROM external_identity i JOIN sign_in_connection c ON c.id = i.connection_id
       WHERE i.user_id = ? AND c.state = 'enabled' AND c.archived_at IS NULL
         AND (c.kind = 'ldap' OR NOT EXISTS (SELECT 1 FROM user_password p WHERE p.user_id = i.user_id))
       ORDER BY c.position, c.name, c.id LIMIT 1`,
      [userId],
    );
    return row?.name;
  }

  /** The connection an address must be signed in through, now or from a date that is set already. */
  private async enforcing(email: string): Promise<string | undefined> {
    const [row] = await this.sql.house<{ name: string }>(
      `SELECT c.name FROM sign_in_domain d JOIN sign_in_connection c ON c.id = d.connection_id
       WHERE d.domain = ? AND d.enforced_from IS NOT NULL AND c.state = 'enabled' AND c.archived_at IS NULL LIMIT 1`,
      [domainOf(email)],
    );
    return row?.name;
  }
}
