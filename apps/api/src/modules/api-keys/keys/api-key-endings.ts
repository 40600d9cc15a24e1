import { Injectable } from '@nestjs/common';
import { ResourceHouse } from '../../../platform/resource';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeyEvents } from './api-key-events';

/** Revokes every key of one person, in whichever organisation it lives. */
@Injectable()
export class ApiKeyEndings {
  constructor(
    private readonly house: ResourceHouse,
    private readonly events: ApiKeyEvents,
  ) {}

  /** Keys of this owner that still work. */
  working(ownerId: string): Promise<{ id: string; organisationId: string }[]> {
    return this.house.sql.house(
      'SELECT id, organisation_id AS organisationId FROM api_key WHERE owner_id = ? AND revoked_at IS NULL /* a person’s own keys */',
      [ownerId],
    );
  }

  async end(ownerId: string): Promise<void> {
    for (const { id, organisationId } of await this.working(ownerId)) {
      this.house.context.limitTo([organisationId]);
      const keys = this.house.repositories.of(ApiKeyEntity);
      const ended = { revokedAt: new Date(), archivedAt: new Date() };
      this.events.record('revoked', await keys.update(await keys.get(id), ended));
    }
    this.house.context.limitTo([]);
  }
}
