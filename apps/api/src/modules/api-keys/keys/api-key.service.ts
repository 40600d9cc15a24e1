import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { SignInSettings } from '../../auth';
import { ApiKeyAuthority } from './api-key-authority';
import type { ApiKeyUpdateDto } from './api-key.dto';
import type { ApiKeyEntity } from './api-key.entity';
import { ApiKeyEvents } from './api-key-events';
import { apiKeyResource } from './api-key.resource';
import { checkedExpiry, checkedNetworks, checkedScopes } from './api-key-rules';
import { stateOf, today } from './api-key-state';
import { OrganisationNames } from './organisation-names';

type Row = Record<string, unknown>;
const ALWAYS_SET = ['name', 'organisationIds', 'scopes', 'networks', 'requestsPerMinute', 'expiresOn'];

/** Reading and changing keys. */
@Injectable()
export class ApiKeyService extends ResourceService<ApiKeyEntity> {
  constructor(
    house: ResourceHouse,
    private readonly authority: ApiKeyAuthority,
    private readonly settings: SignInSettings,
    private readonly events: ApiKeyEvents,
    private readonly names: OrganisationNames,
  ) {
    super(apiKeyResource, house);
  }

  override async update(id: string, input: ApiKeyUpdateDto, version?: number): Promise<object> {
    const row = await this.forChange(id);
    const patch = await this.checked(row, keepAlwaysSet(input, ALWAYS_SET));
    const next = await this.repository.update(row, patch, version);
    const changes = changesBetween(row, patch, []);
    if (Object.keys(changes).length > 0) this.events.record('updated', next, { changes });
    return this.show(next);
  }

  /** A key that can still change: a revoked one is over for good. */
  async forChange(id: string): Promise<ApiKeyEntity> {
    const row = await this.forWrite(id, 'update');
    if (row.revokedAt)
      throw new Conflict('api_key.revoked', { detail: 'This key was revoked for good. Make a new one.' });
    return row;
  }

  /** Changes a key and says so under its own word. */
  async turn(row: ApiKeyEntity, patch: Partial<ApiKeyEntity>, verb: string): Promise<object> {
    const next = await this.repository.update(row, patch);
    this.events.record(verb, next);
    return this.show(next);
  }

  // `can` asks for columns of its own, so whoever wants it gets all of them.
  protected override computed(): readonly string[] {
    return ['state', 'organisations', 'can'];
  }

  protected override async complete(rows: readonly Row[]): Promise<void> {
    const names = await this.names.visible();
    for (const row of rows) {
      row['organisations'] = listed(row['organisationIds']).flatMap((id) => names.get(id) ?? []);
      row['state'] = stateOf(row as unknown as ApiKeyEntity, today());
    }
  }

  protected override can(row: Row): Record<string, boolean> {
    const manages = this.house.policy.allows('apikey.manage', String(row['organisationId']));
    const alive = manages && !row['revokedAt'];
    return {
      update: alive,
      // Whoever gets the new secret acts in the owner's name.
      rotate: alive && row['ownerId'] === this.house.context.actor.id,
      suspend: alive && !row['suspendedAt'],
      resume: alive && Boolean(row['suspendedAt']),
      revoke: alive,
    };
  }

  private async checked(row: ApiKeyEntity, patch: Partial<ApiKeyUpdateDto>): Promise<Partial<ApiKeyEntity>> {
    const { organisationIds, scopes, networks, expiresOn, ...plain } = patch;
    const next = {
      ...(plain as Partial<ApiKeyEntity>),
      ...(organisationIds ? { organisationIds: [...new Set([row.organisationId, ...organisationIds])] } : {}),
      ...(scopes ? { scopes: checkedScopes(scopes) } : {}),
      ...(networks ? { networks: checkedNetworks(networks) } : {}),
      ...(expiresOn
        ? { expiresOn: checkedExpiry(expiresOn, new Date(row.issuedAt), (await this.settings.read()).keyDays) }
        : {}),
    };
    this.requireGain(row, next);
    return next;
  }

  /** New scopes must be held wherever the key reaches, and all its scopes wherever it newly reaches. */
  private requireGain(row: ApiKeyEntity, next: Partial<ApiKeyEntity>): void {
    const organisationIds = next.organisationIds ?? row.organisationIds;
    const scopes = checkedScopes(next.scopes ?? row.scopes);
    const newScopes = scopes.filter((code) => !row.scopes.includes(code));
    const newPlaces = organisationIds.filter((id) => !row.organisationIds.includes(id));
    if (newScopes.length > 0) this.authority.require({ organisationIds, scopes: newScopes });
    if (newPlaces.length > 0) this.authority.require({ organisationIds: newPlaces, scopes });
  }
}

const listed = (value: unknown): string[] =>
  typeof value === 'string' ? (JSON.parse(value) as string[]) : (value as string[]);
