import { Global, Module } from '@nestjs/common';
import { KEY_DOOR } from '../../platform/authorize';
import { declareRows, registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { AccessModule } from '../access';
import { ApiKeyDoor } from './door/api-key-door';
import { KeyFinder } from './door/key-finder';
import { KeySpending } from './door/key-spending';
import { KeyTrail } from './door/key-trail';
import { ApiKeyAuthority } from './keys/api-key-authority';
import { ApiKeyController } from './keys/api-key.controller';
import { ApiKeyEndings } from './keys/api-key-endings';
import { ApiKeyEvents } from './keys/api-key-events';
import { ApiKeyIssue } from './keys/api-key-issue.service';
import { ApiKeyLife } from './keys/api-key-life.service';
import { apiKeyResource } from './keys/api-key.resource';
import { ApiKeySecrets } from './keys/api-key-secrets';
import { ApiKeyService } from './keys/api-key.service';
import { OrganisationNames } from './keys/organisation-names';
import { OwnKeys } from './keys/own-keys.service';
import { ReachingKeys } from './keys/reaching-keys.service';
import { ApiKeyTables } from './migrations/1764400000000-api-keys';
import { ApiRequestTables } from './migrations/1764400010000-api-requests';
import { BreachesHaveAKey } from './migrations/1766400010000-breaches-have-a-key';
import { ForgetRequests } from './requests/forget-requests';
import { RequestDrain } from './requests/request-drain';
import { RequestLog } from './requests/request-log';
import { RequestStore } from './requests/request-store';
import { ApiRequestController } from './usage/api-request.controller';
import { ApiRequestResolver } from './usage/api-request.resolver';
import { ApiRequestService } from './usage/api-request.service';
import { ApiUsage } from './usage/api-usage.service';

registerMigrations(ApiKeyTables, ApiRequestTables, BreachesHaveAKey);
declareRows({ table: 'api_usage' });
const parts = partsOf({ resource: apiKeyResource, service: ApiKeyService });

const KEYS = [
  ApiKeyAuthority,
  ApiKeyEndings,
  ApiKeyEvents,
  ApiKeySecrets,
  ApiKeyIssue,
  ApiKeyLife,
  OrganisationNames,
  OwnKeys,
  ReachingKeys,
];
const DOOR = [KeyFinder, KeySpending, KeyTrail, ApiKeyDoor, { provide: KEY_DOOR, useExisting: ApiKeyDoor }];
const REQUESTS = [
  RequestLog,
  RequestStore,
  RequestDrain,
  ForgetRequests,
  ApiRequestService,
  ApiRequestResolver,
  ApiUsage,
];

/** Global because the guard and the session strategy ask its door on every request. */
@Global()
@Module({
  imports: [AccessModule],
  controllers: [ApiKeyController, ApiRequestController, ...parts.controllers],
  providers: [...KEYS, ...DOOR, ...REQUESTS, ...parts.providers],
  exports: [KEY_DOOR, ApiKeyEndings, ApiKeyIssue, RequestDrain],
})
export class ApiKeysModule {}
