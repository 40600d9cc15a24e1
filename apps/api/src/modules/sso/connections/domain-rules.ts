import { domainToASCII } from 'node:url';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { PasswordPlaces } from '../../auth';
import { BreakGlass } from './break-glass';

/** An e-mail domain with the connection its people sign in through. */
export interface ConnectionDomain {
  domain: string;
  enforcedFrom: string | null;
}

/** What is after the last `@`, in lower case and in ASCII (IDNA); empty for text that is no address. */
export function domainOf(email: string): string {
  const domain = (/@([^@\s]+)$/.exec(email.trim())?.[1] ?? '').toLowerCase();
  return /^[ -~]*$/.test(domain) ? domain : domainToASCII(domain);
}

/** Which connection serves an e-mail domain, and whether its people may still use a local password. */
@Injectable()
export class DomainRules implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly places: PasswordPlaces,
    private readonly breakGlass: BreakGlass,
  ) {}

  onModuleInit(): void {
    this.places.close((email, userId) => this.passwordClosed(email, userId));
    this.places.keep((userId) => this.breakGlass.requireWayBack(userId));
  }

  /** True for a connection without domains, which serves everybody, and for an address in one of them. */
  async serves(connectionId: string, email: string): Promise<boolean> {
    const domains = (await this.of([connectionId])).get(connectionId) ?? [];
    return domains.length === 0 || domains.some(({ domain }) => domain === domainOf(email));
  }

  /** The enabled connection an address is sent to; says nothing about whether the address has an account. */
  async connectionFor(email: string): Promise<{ connectionId: string; enforced: boolean } | undefined> {
    const [row] = await this.sql.house<{ connectionId: string; enforced: number }>(
      `SELECT d.connection_id AS connectionId, d.enforced_from IS NOT NULL AND d.enforced_from <= UTC_TIMESTAMP(6) AS enforced
       FROM sign_in_domain d JOIN sign_in_connection c ON c.id = d.connection_id
       WHERE d.domain = ? AND c.state = 'enabled' AND c.archived_at IS NULL`,
      [domainOf(email)],
    );
    return row && { connectionId: row.connectionId, enforced: Number(row.enforced) === 1 };
  }

  /** Domains by connection, in alphabetical order. */
  async of(connectionIds: readonly string[]): Promise<Map<string, ConnectionDomain[]>> {
    const found = new Map<string, ConnectionDomain[]>();
    if (connectionIds.length === 0) return found;
    const rows = await this.sql.house<ConnectionDomain & { connectionId: string }>(
      `SELECT connection_id AS connectionId, domain, enforced_from AS enforcedFrom FROM sign_in_domain
       WHERE connection_id IN (${connectionIds.map(() => '?').join(', ')}) ORDER BY domain`,
      connectionIds,
    );
    for (const { connectionId, ...domain } of rows)
      found.set(connectionId, [...(found.get(connectionId) ?? []), domain]);
    return found;
  }

  private async passwordClosed(email: string, userId: string | null): Promise<boolean> {
    const served = await this.connectionFor(email);
    // Asked in every case, so that the time of the answer tells nothing about the account.
    const exempt = await this.breakGlass.includes(userId);
    return Boolean(served?.enforced) && !exempt;
  }
}
