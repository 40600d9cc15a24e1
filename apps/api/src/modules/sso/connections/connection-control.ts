import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '../../../platform/errors';
import { ConnectionDomains } from './connection-domains';
import { ConnectionHealth } from './connection-health';
import { ConnectionKinds, type ConnectionSecretName } from './connection-kinds';
import { ConnectionSecrets } from './connection-secrets';
import { ConnectionTrail } from './connection-trail';
import type { ConnectionSecretDto, EnforcementDto } from './sign-in-connection.dto';
import type { SignInConnectionEntity } from './sign-in-connection.entity';
import { SignInConnectionService } from './sign-in-connection.service';

/** What can be done to a connection beside changing its record. */
@Injectable()
export class ConnectionControl {
  constructor(
    private readonly connections: SignInConnectionService,
    private readonly kinds: ConnectionKinds,
    private readonly secrets: ConnectionSecrets,
    private readonly domains: ConnectionDomains,
    private readonly health: ConnectionHealth,
    private readonly trail: ConnectionTrail,
  ) {}

  /** Lets people in, if the connection was tested with success as it stands. */
  async enable(id: string): Promise<object> {
    const connection = await this.connections.entity(id);
    if (connection.archivedAt) throw new Conflict('connection.archived', { detail: 'Restore the connection first.' });
    if (!(await this.health.tested(connection)))
      throw new Conflict('connection.untested', {
        detail: 'Test the connection first: it has not been tested with success as it stands now.',
      });
    await this.domains.resume(connection);
    return this.turn(connection, 'enabled');
  }

  /** Lets nobody in any more and ends every session that came in this way. Enforced domains are free again. */
  async disable(id: string): Promise<object> {
    const connection = await this.connections.entity(id);
    if (connection.state === 'draft')
      throw new Conflict('connection.draft', { detail: 'A draft lets nobody in; there is nothing to disable.' });
    await this.trail.endSessions(connection);
    return this.turn(connection, 'disabled');
  }

  async storeSecret(id: string, { name, value }: ConnectionSecretDto): Promise<object> {
    const connection = await this.connections.entity(id);
    const field = name.replace('_', '-') as ConnectionSecretName;
    if (!this.kinds.of(connection.kind).secrets.includes(field))
      throw Invalid.field('/name', 'other_kind', 'Connections of this kind have no such secret.');
    await this.secrets.set(id, field, value);
    this.trail.note('sso.connection.secret_stored', connection, { changes: { [field]: 'changed' } });
    return this.connections.get(id);
  }

  async enforce(id: string, { domain, from }: EnforcementDto): Promise<object> {
    const connection = await this.connections.entity(id);
    const at = from ? new Date(from) : null;
    const before = await this.domains.enforce(connection, domain, at);
    this.trail.note('sso.connection.enforced', connection, {
      changes: { [`domains.${domain.toLowerCase()}`]: { from: before, to: at?.toISOString() ?? null } },
    });
    return this.connections.get(id);
  }

  private async turn(connection: SignInConnectionEntity, state: 'enabled' | 'disabled'): Promise<object> {
    if (connection.state !== state) await this.connections.repository.update(connection, { state });
    return this.connections.get(connection.id);
  }
}
