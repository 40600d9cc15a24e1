import { Injectable } from '@nestjs/common';
import { Conflict } from '../../../platform/errors';
import { ResourceHouse } from '../../../platform/resource';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeyEvents } from './api-key-events';
import { ApiKeyService } from './api-key.service';

const ENDED = (): Partial<ApiKeyEntity> => ({ revokedAt: new Date(), archivedAt: new Date() });

/** Stopping keys: for a while, or for good. Each counts with the key's next request. */
@Injectable()
export class ApiKeyLife {
  constructor(
    private readonly house: ResourceHouse,
    private readonly keys: ApiKeyService,
    private readonly events: ApiKeyEvents,
  ) {}

  async suspend(id: string): Promise<object> {
    const row = await this.keys.forChange(id);
    if (row.suspendedAt) throw new Conflict('api_key.suspended', { detail: 'This key is suspended already.' });
    return this.keys.turn(row, { suspendedAt: new Date(), suspendedFor: 'person' }, 'suspended');
  }

  /** Lets a suspended key work again; what it had reached for is forgiven. */
  async resume(id: string): Promise<object> {
    const row = await this.keys.forChange(id);
    if (!row.suspendedAt) throw new Conflict('api_key.not_suspended', { detail: 'This key is not suspended.' });
    await this.house.sql.house('DELETE FROM api_key_breach WHERE organisation_id = ? AND api_key_id = ?', [
      row.organisationId,
      row.id,
    ]);
    return this.keys.turn(row, { suspendedAt: null, suspendedFor: null }, 'resumed');
  }

  async revoke(id: string): Promise<object> {
    return this.keys.turn(await this.keys.forChange(id), ENDED(), 'revoked');
  }

  /** Everybody may end their own key, whatever became of their roles. */
  async revokeOwn(id: string): Promise<void> {
    const { actor } = this.house.context;
    const [own] = await this.house.sql.house<{ organisationId: string }>(
      'SELECT organisation_id AS organisationId FROM api_key WHERE id = ? AND owner_id = ? AND revoked_at IS NULL /* a person’s own keys */',
      [id, actor.id],
    );
    if (!own) throw new Conflict('api_key.revoked', { detail: 'This is no key of yours that still works.' });
    this.house.context.limitTo([own.organisationId]);
    const keys = this.house.repositories.of(ApiKeyEntity);
    this.events.record('revoked', await keys.update(await keys.get(id), ENDED()));
  }
}
