import { Injectable } from '@nestjs/common';
import { Forbidden } from '../../../platform/errors';
import { ResourceHouse } from '../../../platform/resource';
import { SignInSettings } from '../../auth';
import { ApiKeyAuthority } from './api-key-authority';
import type { ApiKeyCreateDto, ApiKeyDto, ApiKeyRotationDto, IssuedApiKeyDto } from './api-key.dto';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeyEvents } from './api-key-events';
import { checkedExpiry, checkedNetworks, checkedScopes } from './api-key-rules';
import { ApiKeySecrets } from './api-key-secrets';
import { ApiKeyService } from './api-key.service';

const PER_MINUTE = 600;
const OVERLAP_HOURS = 24;

/** Handing out secrets: with a new key, and a new one for a known key. */
@Injectable()
export class ApiKeyIssue {
  constructor(
    private readonly house: ResourceHouse,
    private readonly keys: ApiKeyService,
    private readonly secrets: ApiKeySecrets,
    private readonly authority: ApiKeyAuthority,
    private readonly settings: SignInSettings,
    private readonly events: ApiKeyEvents,
  ) {}

  async create(input: ApiKeyCreateDto): Promise<IssuedApiKeyDto> {
    const organisationIds = [...new Set([input.organisationId, ...(input.organisationIds ?? [])])];
    const scopes = checkedScopes(input.scopes);
    const networks = checkedNetworks(input.networks ?? []);
    const issuedAt = new Date();
    const expiresOn = checkedExpiry(input.expiresOn, issuedAt, (await this.settings.read()).keyDays);
    this.authority.require({ organisationIds, scopes });
    const { id: ownerId, name: ownerName } = this.house.context.actor;
    const { text, prefix, keep } = this.secrets.make();
    const row = await this.house.repositories.of(ApiKeyEntity).create({
      organisationId: input.organisationId,
      name: input.name,
      note: input.note ?? null,
      requestsPerMinute: input.requestsPerMinute ?? PER_MINUTE,
      ...{ organisationIds, scopes, networks, issuedAt, expiresOn, ownerId, ownerName, prefix },
    });
    await keep(row);
    this.events.record('created', row, { details: { prefix, organisationIds, scopes, networks, expiresOn } });
    return { key: (await this.keys.show(row)) as ApiKeyDto, secret: text };
  }

  /** A new secret beside the old one, which goes on for some hours so that nothing stands still. */
  async rotate(id: string, { expiresOn, overlapHours }: ApiKeyRotationDto): Promise<IssuedApiKeyDto> {
    const row = await this.keys.forChange(id);
    if (row.ownerId !== this.house.context.actor.id)
      throw new Forbidden('api_key.not_owner', {
        detail: `Whoever holds this key acts as ${row.ownerName}, so only they get a new secret. Revoke it and make your own.`,
      });
    const issuedAt = new Date();
    const { keyDays } = await this.settings.read();
    const until = checkedExpiry(expiresOn ?? row.expiresOn, issuedAt, keyDays);
    this.authority.require({ organisationIds: row.organisationIds, scopes: checkedScopes(row.scopes) });
    const { text, prefix, keep } = this.secrets.make();
    const hours = overlapHours ?? OVERLAP_HOURS;
    await this.secrets.supersede(row, hours);
    await keep(row);
    const next = await this.house.repositories.of(ApiKeyEntity).update(row, { prefix, issuedAt, expiresOn: until });
    this.events.record('rotated', next, { details: { prefix, overlapHours: hours, expiresOn: until } });
    return { key: (await this.keys.show(next)) as ApiKeyDto, secret: text };
  }
}
