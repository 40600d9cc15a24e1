import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database';
import { Invalid } from '../../../../platform/errors';
import { ConnectionHealth } from '../../connections/connection-health';
import { ConnectionTrail } from '../../connections/connection-trail';
import type { ConnectionTestDto } from '../../connections/connection-test.dto';
import { ConnectionTests } from '../../connections/connection-tests';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SignInConnectionService } from '../../connections/sign-in-connection.service';
import { SsoRefused } from '../../entering/sso-refused';
import { PersonProofs, type Proven } from '../people/person-proof';
import type { LdapTestDto } from './ldap-test.dto';

/** Trying a directory out with somebody: who they are there, who they would be here, and with which roles. */
@Injectable()
export class LdapTests {
  constructor(
    private readonly connections: SignInConnectionService,
    private readonly proofs: PersonProofs,
    private readonly tests: ConnectionTests,
    private readonly health: ConnectionHealth,
    private readonly trail: ConnectionTrail,
    private readonly work: UnitOfWork,
  ) {}

  /** Only a test with a password proves that signing in works; without one it shows who would be found. */
  async run(id: string, { login, password }: LdapTestDto): Promise<ConnectionTestDto> {
    const connection = await this.connections.entity(id);
    if (connection.kind !== 'ldap')
      throw Invalid.field('/login', 'other_kind', 'Only a connection to a directory is tested like this.');
    try {
      const proven = password
        ? await this.proofs.prove(connection, login, password)
        : await this.proofs.look(connection, login);
      return await this.passed(connection, proven, Boolean(password));
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      await this.work.run(async () => this.note(connection, 'refused'));
      return this.tests.refused(error);
    }
  }

  private passed(connection: SignInConnectionEntity, proven: Proven, signedIn: boolean): Promise<ConnectionTestDto> {
    return this.work.run(async () => {
      const outcome = await this.tests.describe(connection, proven);
      if (signedIn) await this.health.noteTest(connection);
      this.note(connection, signedIn ? 'signed_in' : 'looked_up');
      return outcome;
    });
  }

  private note(connection: SignInConnectionEntity, result: string): void {
    this.trail.note('sso.connection.tested', connection, { details: { result } });
  }
}
