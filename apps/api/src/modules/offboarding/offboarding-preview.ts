import { Injectable } from '@nestjs/common';
import { Sql } from '../../platform/database';
import { MembershipEndings, type UserEntity } from '../access';
import { ApiKeyEndings } from '../api-keys';
import { SecondFactors } from '../auth';
import { IdentityLinks } from '../sso';
import type { OffboardingDto } from './offboarding.dto';
import { SeenSecrets } from './seen-secrets';

/** Counts what an off-boarding would end. */
@Injectable()
export class OffboardingPreview {
  constructor(
    private readonly sql: Sql,
    private readonly memberships: MembershipEndings,
    private readonly keys: ApiKeyEndings,
    private readonly identities: IdentityLinks,
    private readonly factors: SecondFactors,
    private readonly seen: SeenSecrets,
  ) {}

  async of({ id, name, email, state }: UserEntity): Promise<OffboardingDto> {
    const { totp, passkeys } = await this.factors.of(id);
    return {
      ...{ userId: id, name, email, state, passkeys, authenticator: totp },
      sessions: await this.sessions(id),
      apiKeys: (await this.keys.working(id)).length,
      identities: (await this.identities.of(id)).length,
      memberships: (await this.memberships.running(id)).length,
      ownedAlone: await this.names(await this.memberships.ownedAlone(id)),
      seen: await this.seen.count(id),
    };
  }

  private async sessions(userId: string): Promise<number> {
    const [row] = await this.sql.house<{ n: number }>(
      'SELECT COUNT(*) AS n FROM session WHERE user_id = ? AND revoked_at IS NULL AND expires_at > UTC_TIMESTAMP(6)',
      [userId],
    );
    return Number(row?.n ?? 0);
  }

  private async names(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.sql.house<{ name: string }>(
      `SELECT name FROM organisation WHERE id IN (${ids.map(() => '?').join(', ')}) ORDER BY name, id`,
      ids,
    );
    return rows.map(({ name }) => name);
  }
}
