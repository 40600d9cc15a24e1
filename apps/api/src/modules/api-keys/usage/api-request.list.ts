import { defineList, nameList } from '../../../platform/list';
import { ApiRequestEntity } from './api-request.entity';
import { outcomeField } from './outcome';

/** Requests of keys, newest first. */
export const apiRequestList = defineList({
  entity: ApiRequestEntity,
  fields: {
    occurredAt: { kind: 'moment', sort: true },
    key: { kind: 'id', column: 'api_key_id' },
    outcome: outcomeField,
    status: { kind: 'int' },
    method: { kind: 'text', operators: ['eq', 'in', 'ne'] },
    endpoint: { kind: 'text', operators: ['eq', 'in', 'ne', 'startsWith'] },
    ip: { kind: 'text', operators: ['eq', 'in', 'ne', 'startsWith'] },
    requestId: { kind: 'text', operators: ['eq'] },
  },
  defaultSort: '-occurredAt',
});
nameList('api-requests', apiRequestList);

/** Property -> column, where they differ. */
export const REQUEST_PROPERTIES = [
  'organisationId',
  'apiKeyId',
  'occurredAt',
  'method',
  'endpoint',
  'status',
  'bytes',
  'milliseconds',
  'ip',
  'requestId',
] as const;
