import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Conflict, Invalid } from '../../../platform/errors';
import type { Changes } from '../../../platform/events';
import { BreakGlass } from './break-glass';
import { DomainRules } from './domain-rules';
import type { SignInConnectionEntity } from './sign-in-connection.entity';

/** Which e-mail domains a connection serves, and from when it is the only way in for them. */
@Injectable()
export class ConnectionDomains {
  constructor(
    private readonly sql: Sql,
    readonly rules: DomainRules,
    private readonly breakGlass: BreakGlass,
  ) {}

  /** Replaces the domains of a connection; answers what changed for its event. A domain belongs to one connection. */
  async replace(connectionId: string, wanted: readonly string[]): Promise<Changes | undefined> {
    const before = ((await this.rules.of([connectionId])).get(connectionId) ?? []).map(({ domain }) => domain);
    const after = [...new Set(wanted.map((domain) => domain.toLowerCase()))].toSorted();
    if (before.join() === after.join()) return undefined;
    await this.requireFree(connectionId, wanted);
    for (const domain of before.filter((one) => !after.includes(one)))
      await this.sql.house('DELETE FROM sign_in_domain WHERE domain = ? AND connection_id = ?', [domain, connectionId]);
    for (const domain of after.filter((one) => !before.includes(one)))
      await this.sql.house('INSERT INTO sign_in_domain (domain, connection_id) VALUES (?, ?)', [domain, connectionId]);
    return { domains: { from: before, to: after } };
  }

  /** Sets or lifts the moment from which a domain's people sign in through the connection only; answers the old one. */
  async enforce(connection: SignInConnectionEntity, domain: string, from: Date | null): Promise<string | null> {
    const known = (await this.rules.of([connection.id])).get(connection.id) ?? [];
    const served = known.find((one) => one.domain === domain.toLowerCase());
    if (!served)
      throw Invalid.field('/domain', 'not_served', 'The connection does not serve this domain. Add it first.');
    if (from) await this.requireWayBack(connection);
    await this.sql.house('UPDATE sign_in_domain SET enforced_from = ? WHERE domain = ?', [from, served.domain]);
    return served.enforcedFrom;
  }

  /** A connection that is enabled again closes the passwords of its enforced domains again: not without a way back. */
  async resume(connection: SignInConnectionEntity): Promise<void> {
    const served = (await this.rules.of([connection.id])).get(connection.id) ?? [];
    if (served.some(({ enforcedFrom }) => enforcedFrom)) await this.requireBreakGlass();
  }

  private async requireWayBack({ state }: SignInConnectionEntity): Promise<void> {
    if (state !== 'enabled')
      throw new Conflict('connection.off', {
        detail: 'Enable the connection first: a domain cannot be sent to one that is off.',
      });
    await this.requireBreakGlass();
  }

  private async requireBreakGlass(): Promise<void> {
    if (!(await this.breakGlass.works()))
      throw new Conflict('break_glass.missing', {
        detail:
          'Choose a break-glass account that works first: a platform administrator with a password and a second factor, who gets in when the provider does not answer.',
      });
  }

  private async requireFree(connectionId: string, wanted: readonly string[]): Promise<void> {
    for (const [at, domain] of wanted.entries()) {
      const [other] = await this.sql.house<{ name: string }>(
        `SELECT c.name FROM sign_in_domain d JOIN sign_in_connection c ON c.id = d.connection_id
         WHERE d.domain = ? AND d.connection_id <> ?`,
        [domain.toLowerCase(), connectionId],
      );
      if (other)
        throw Invalid.field(
          `/domains/${at}`,
          'taken',
          `${domain} is served by the connection "${other.name}" already.`,
        );
    }
  }
}
