import { Choice, Day, Dto, Id, InputDto, Int, Json, ListOf, Moment, Part, PartialDto, Text } from '@st0r/dto';
import { PERMISSIONS } from '../../../platform/authorize';
import { RefDto } from '../../../platform/resource';
import { KEY_STATES, SUSPENSIONS } from './api-key-state';

const MOST = { organisations: 200, networks: 50, perMinute: 6000 } as const;

/** A key of a program, without its secret. */
@Dto('ApiKey')
export class ApiKeyDto {
  @Id()
  id: string;

  @Id({ description: 'The organisation that manages it.' })
  organisationId: string;

  @Id({ list: true, maxItems: MOST.organisations, description: 'Every organisation it reaches.' })
  organisationIds: string[];

  @ListOf(() => RefDto, { maxItems: MOST.organisations, description: 'Those of them you have a role in.' })
  organisations: RefDto[];

  @Text({ max: 120 })
  name: string;

  @Text({ max: 500, optional: true })
  note: string | null;

  @Text({ max: 15, description: 'The beginning of its secret, by which you tell keys apart.' })
  prefix: string;

  @Id()
  ownerId: string;

  @Text({ max: 120, description: 'It can do at most what this person can.' })
  ownerName: string;

  @Text({ max: 40, list: true, description: 'Codes of permissions.' })
  scopes: string[];

  @Text({ max: 49, list: true, description: 'Blocks of addresses it works from; from anywhere when empty.' })
  networks: string[];

  @Int()
  requestsPerMinute: number;

  @Day({ description: 'The last day it works, in UTC.' })
  expiresOn: string;

  @Moment()
  issuedAt: string;

  @Choice('ApiKeyState', KEY_STATES)
  state: string;

  @Moment({ optional: true })
  suspendedAt: string | null;

  @Choice('ApiKeySuspension', SUSPENSIONS, { optional: true })
  suspendedFor: string | null;

  @Moment({ optional: true })
  revokedAt: string | null;

  @Moment({ optional: true, description: 'To within a few seconds.' })
  lastUsedAt: string | null;

  @Text({ max: 45, optional: true })
  lastUsedIp: string | null;

  @Json()
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** A new key. */
@InputDto('ApiKeyCreate')
export class ApiKeyCreateDto {
  @Id()
  organisationId: string;

  @Id({ list: true, optional: true, maxItems: MOST.organisations, description: 'Further organisations it reaches.' })
  organisationIds?: string[] | null;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 500, optional: true })
  note?: string | null;

  @Text({ max: 40, list: true, maxItems: PERMISSIONS.length, description: 'Codes of permissions you hold yourself.' })
  scopes: string[];

  @Text({
    max: 49,
    list: true,
    optional: true,
    maxItems: MOST.networks,
    description: 'Addresses or blocks, e.g. 192.0.2.0/24.',
  })
  networks?: string[] | null;

  @Int({ optional: true, min: 1, max: MOST.perMinute, description: '600 unless told.' })
  requestsPerMinute?: number | null;

  @Day({ description: 'The last day it works; at most a year ahead.' })
  expiresOn: string;
}

/** A change of a key; its secret stays. */
@InputDto('ApiKeyUpdate')
export class ApiKeyUpdateDto extends PartialDto(ApiKeyCreateDto, ['organisationId']) {}

/** A new secret for a known key. */
@InputDto('ApiKeyRotation')
export class ApiKeyRotationDto {
  @Day({ optional: true, description: 'The last day the key works from now on; unchanged unless told.' })
  expiresOn?: string | null;

  @Int({ optional: true, min: 0, max: 168, description: 'Hours the old secret goes on working; 24 unless told.' })
  overlapHours?: number | null;
}

/** A key with its secret: the only answer that ever carries it. */
@Dto('IssuedApiKey')
export class IssuedApiKeyDto {
  @Part(() => ApiKeyDto)
  key: ApiKeyDto;

  @Text({ max: 70, description: 'Shown this once; nobody can show it again.' })
  secret: string;
}

/** A key that another organisation manages and that reaches into one of yours. */
@Dto('ReachingApiKey')
export class ReachingApiKeyDto {
  @Id()
  id: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 120 })
  ownerName: string;

  @Id({ list: true, maxItems: MOST.organisations, description: 'Which of your organisations it reaches.' })
  organisationIds: string[];

  @Text({ max: 40, list: true })
  scopes: string[];

  @Day()
  expiresOn: string;

  @Choice('ApiKeyState', KEY_STATES)
  state: string;

  @Moment({ optional: true })
  lastUsedAt: string | null;
}
