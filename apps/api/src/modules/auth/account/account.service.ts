import { Injectable } from '@nestjs/common';
import { RequestContext, type ActorKey, type ActorSight, type Grant } from '../../../platform/context';
import { Repositories, Sql } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { UserEntity } from '../../access';
import type { KeyMeDto } from './key-me.dto';
import type { MeDto, MyOrganisationDto, MySightDto, PasswordChangeDto } from './me.dto';
import { AccountFactors } from './account-factors';

const LARGEST_PREFERENCES = 64 * 1024;

const sightOf = (sight: ActorSight): MySightDto => ({
  ...sight,
  until: sight.until.toISOString(),
  secondsLeft: Math.max(0, Math.ceil((sight.until.getTime() - Date.now()) / 1000)),
});

/** Parts are merged by name, and so are the entries of a part that is an object; deeper ones are replaced whole. */
function merged(before: Record<string, unknown>, given: Record<string, unknown>, depth = 2): Record<string, unknown> {
  const entries = Object.entries(given).map(([name, value]): [string, unknown] => {
    const old = before[name];
    return [name, depth > 1 && isPlain(old) && isPlain(value) ? merged(old, value, depth - 1) : value];
  });
  const all = { ...before, ...Object.fromEntries(entries) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One's own account. */
@Injectable()
export class Account {
  constructor(
    private readonly context: RequestContext,
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly factors: AccountFactors,
  ) {}

  async me(): Promise<MeDto | KeyMeDto> {
    const { actor } = this.context;
    if (actor.key) return this.keyMe(actor.key, [...actor.grants.values()]);
    const [user, mfa, organisations] = await Promise.all([
      this.repositories.house(UserEntity).get(actor.id),
      this.factors.state(actor.id),
      actor.session?.scope === 'full' ? this.organisations([...actor.grants.values()]) : [],
    ]);
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      platformAdmin: actor.platformAdmin,
      sessionScope: actor.session?.scope ?? 'full',
      mfa,
      organisations,
      sight: actor.sight ? sightOf(actor.sight) : null,
      preferences: user.preferences,
    };
  }

  /** Replaces what is given, and removes what is given as null; the rest stays, whichever browser wrote it. */
  async setPreferences(parts: Record<string, unknown>): Promise<void> {
    const { id } = this.context.actor;
    await this.sql.house('SELECT id FROM user_account WHERE id = ? FOR UPDATE', [id]);
    const { preferences } = await this.repositories.house(UserEntity).get(id);
    const text = JSON.stringify(merged(preferences ?? {}, parts));
    if (text.length > LARGEST_PREFERENCES)
      throw Invalid.field('/preferences', 'too_long', 'At most 64 KiB in all.', { max: LARGEST_PREFERENCES });
    await this.sql.house('UPDATE user_account SET preferences = ? WHERE id = ?', [text, id]);
  }

  async changePassword(change: PasswordChangeDto): Promise<void> {
    const user = await this.repositories.house(UserEntity).get(this.context.actor.id);
    await this.factors.changePassword(user, change);
  }

  private async keyMe(key: ActorKey, grants: readonly Grant[]): Promise<KeyMeDto> {
    const { id, name, expiresOn, networks, scopes, budget } = key;
    return {
      ...{ type: 'api_key', id, name, expiresOn, networks: [...networks], scopes: [...scopes] },
      limits: { requestsPerMinute: budget.limit, remaining: budget.remaining, resetSeconds: budget.resetSeconds },
      organisations: await this.organisations(grants),
    };
  }

  private async organisations(grants: readonly Grant[]): Promise<MyOrganisationDto[]> {
    if (grants.length === 0) return [];
    const ids = grants.map((grant) => grant.organisationId);
    const rows = await this.sql.house<Omit<MyOrganisationDto, 'permissions'>>(
      `SELECT id, slug, name, colour, logo FROM organisation WHERE id IN (${ids.map(() => '?').join(', ')}) AND archived_at IS NULL ORDER BY name, id`,
      ids,
    );
    const byId = new Map(grants.map((grant) => [grant.organisationId, grant]));
    return rows.map((row) => ({ ...row, permissions: [...(byId.get(row.id)?.permissions ?? [])] }));
  }
}
