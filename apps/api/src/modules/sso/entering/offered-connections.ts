import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { ConnectionKinds } from '../connections/connection-kinds';
import { DomainRules } from '../connections/domain-rules';
import { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { ConnectionLookupDto, OfferedConnectionDto } from './entering.dto';

/** What the sign-in page offers. Asked by anybody, so it tells of connections and never of accounts. */
@Injectable()
export class OfferedConnections {
  constructor(
    private readonly repositories: Repositories,
    private readonly domains: DomainRules,
    private readonly kinds: ConnectionKinds,
  ) {}

  async list(): Promise<OfferedConnectionDto[]> {
    const rows = await this.repositories
      .house(SignInConnectionEntity)
      .find({ state: 'enabled', buttonShown: true }, { order: { position: 'ASC', name: 'ASC' }, take: 50 });
    return rows.filter((row) => !row.archivedAt && this.visited(row)).map(offered);
  }

  /** By the domain of an address alone: the answer for somebody unknown is the same. */
  async lookup(email: string): Promise<ConnectionLookupDto> {
    const served = await this.domains.connectionFor(email);
    const connection = served && (await this.find(served.connectionId));
    return connection && this.visited(connection)
      ? { connection: offered(connection), enforced: served.enforced }
      : { connection: null, enforced: false };
  }

  /** An enabled connection; one that is off looks like none. */
  async get(id: string): Promise<SignInConnectionEntity> {
    const connection = await this.find(id);
    if (connection?.state !== 'enabled' || connection.archivedAt || !this.visited(connection))
      throw new NotFound('connection');
    return connection;
  }

  /** A connection in whatever state, for the way back of an attempt. */
  find(id: string): Promise<SignInConnectionEntity | null> {
    return this.repositories.house(SignInConnectionEntity).findOne({ id });
  }

  /** People of a directory go nowhere: they type their password here, and are led to it by what they type. */
  private visited({ kind }: SignInConnectionEntity): boolean {
    return this.kinds.of(kind).browser !== undefined;
  }
}

const offered = ({ id, kind, name, buttonLabel }: SignInConnectionEntity): OfferedConnectionDto => ({
  id,
  kind,
  label: buttonLabel ?? name,
});
