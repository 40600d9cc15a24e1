import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { ApiKeyDto, ApiKeyUpdateDto } from './api-key.dto';
import { ApiKeyEntity } from './api-key.entity';
import { stateField } from './api-key-state';

/** A fresh proof before a key gains anything; taking something away needs none, so that nothing delays it. */
export const FRESH = { recentLogin: '10m', for: 'api_keys' } as const;

export const apiKeyResource = defineResource({
  noun: 'apiKey',
  plural: 'apiKeys',
  about: 'Keys that programs sign in with.',
  entity: ApiKeyEntity,
  dto: ApiKeyDto,
  update: ApiKeyUpdateDto,
  list: defineList({
    entity: ApiKeyEntity,
    fields: {
      name: { kind: 'text', sort: true },
      state: stateField,
      owner: { kind: 'id', column: 'owner_id' },
      prefix: { kind: 'text', operators: ['eq', 'startsWith'] },
      expiresOn: { kind: 'day', sort: true },
      lastUsedAt: { kind: 'moment', sort: true },
      createdAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'owner_name'],
    defaultSort: 'name',
  }),
  access: {
    read: Authorize('apikey.manage'),
    update: Authorize('apikey.manage', { ...FRESH, event: 'api_key.updated' }),
  },
});
