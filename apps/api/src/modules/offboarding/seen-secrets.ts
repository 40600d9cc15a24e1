import { Injectable } from '@nestjs/common';
import { RequestContext, organisationsWith } from '../../platform/context';
import { Sql } from '../../platform/database';
import { MembershipEndings } from '../access';
import type { SeenSecretCountDto, SeenSecretDto } from './offboarding.dto';

/** How far back the list reaches. */
const DAYS = 90;
const MOST = 5000;
/** Acts after which somebody knows a secret. */
const ACTS = ['credential.revealed', 'credential.copied'];
const WHERE = `e.actor_id = ? AND e.action IN (${ACTS.map(() => '?').join(', ')}) AND e.outcome = 'success'
  AND e.target_type = 'credential' AND e.occurred_at > UTC_TIMESTAMP(6) - INTERVAL ${DAYS} DAY`;

type Row = Omit<SeenSecretDto, 'acts'> & { acts: string };

/** The secrets a person has seen, as the audit log tells. */
@Injectable()
export class SeenSecrets {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly memberships: MembershipEndings,
  ) {}

  /** Of the organisations in scope, the latest first. */
  async list(userId: string): Promise<SeenSecretDto[]> {
    const rows = await this.sql.scoped<Row>(
      `SELECT e.organisation_id AS organisationId, o.name AS organisation, e.target_id AS credentialId,
              MAX(e.target_label) AS credential, GROUP_CONCAT(DISTINCT e.action ORDER BY e.action) AS acts,
              COUNT(*) AS times, MAX(e.occurred_at) AS lastAt
       FROM event e JOIN organisation o ON o.id = e.organisation_id
       WHERE e.organisation_id IN (:scope) AND ${WHERE}
       GROUP BY e.organisation_id, o.name, e.target_id ORDER BY lastAt DESC, credentialId LIMIT ${MOST}`,
      [userId, ...ACTS],
    );
    return rows.map((row) => ({ ...row, times: Number(row.times), acts: row.acts.split(',').map(verbOf) }));
  }

  /** The same where the person asking may read the names of credentials. */
  async listNamed(userId: string): Promise<SeenSecretDto[]> {
    this.context.limitTo(this.named());
    return this.context.scope.length > 0 ? this.list(userId) : [];
  }

  /** How many, in every organisation the person ever had a role in. */
  async count(userId: string): Promise<SeenSecretCountDto[]> {
    const named = new Set(this.named());
    this.context.limitTo(await this.memberships.everIn(userId));
    if (this.context.scope.length === 0) return [];
    const rows = await this.sql.scoped<Omit<SeenSecretCountDto, 'named'>>(
      `SELECT e.organisation_id AS organisationId, o.name AS organisation, COUNT(DISTINCT e.target_id) AS secrets
       FROM event e JOIN organisation o ON o.id = e.organisation_id
       WHERE e.organisation_id IN (:scope) AND ${WHERE}
       GROUP BY e.organisation_id, o.name ORDER BY o.name, e.organisation_id`,
      [userId, ...ACTS],
    );
    this.context.limitTo([]);
    return rows.map((row) => ({ ...row, secrets: Number(row.secrets), named: named.has(row.organisationId) }));
  }

  private named(): readonly string[] {
    return organisationsWith(this.context.actor, 'vault.item.read');
  }
}

const verbOf = (action: string): string => action.replace('credential.', '');
