import { Injectable } from '@nestjs/common';
import { DomainError, Conflict } from '../../platform/errors';
import { uuid7 } from '@st0r/crypto';
import { EventRecorder } from '../../platform/events';
import { ShreddingRows } from '../../platform/keys';
import { ResourceHouse, ResourceService } from '../../platform/resource';
import type { OrganisationCreateDto } from './organisation.dto';
import { OrganisationEntity } from './organisation.entity';
import { organisationResource } from './organisation.resource';
import { colourOf, slugOf } from './slug';

type Row = Record<string, unknown>;

/** Organisations: listed and changed through roles; opened only by platform administrators and the set-up. */
@Injectable()
export class OrganisationService extends ResourceService<OrganisationEntity> {
  constructor(
    house: ResourceHouse,
    private readonly shreddings: ShreddingRows,
    private readonly events: EventRecorder,
  ) {
    super(organisationResource, house);
  }

  /** Opens an organisation. Nobody sees into it until somebody is given a role there. */
  async open(input: OrganisationCreateDto): Promise<OrganisationEntity> {
    const id = uuid7();
    this.house.context.limitTo([id]);
    try {
      return await this.repository.create({
        ...input,
        id,
        slug: input.slug ?? (slugOf(input.name) || id),
        type: input.type ?? 'fully_managed',
        colour: input.colour ?? colourOf(input.name),
      } as Partial<OrganisationEntity>);
    } catch (error) {
      throw taken(error);
    }
  }

  override async update(id: string, patch: object, version?: number): Promise<object> {
    try {
      return await super.update(id, withoutEmptyBasics(patch as Row), version);
    } catch (error) {
      throw taken(error);
    }
  }

  /** The row of an organisation in scope. */
  row(id: string): Promise<OrganisationEntity> {
    return this.repository.get(id);
  }

  /** Notes which picture it is known by now; null for none. */
  async showLogo(id: string, logo: string | null): Promise<object> {
    const row = await this.row(id);
    if (row.logo !== logo) await this.repository.update(row, { logo });
    return this.get(id);
  }

  /** An organisation whose keys are gone has nothing to come back to. */
  override async restore(id: string): Promise<object> {
    // First: it waits for a shredding that is being carried out right now, and what comes after sees how that ended.
    const stopped = await this.shreddings.stop(id);
    if (await this.shreddings.shredded(id))
      throw new Conflict('organisation.shredded', {
        detail: 'The keys of this client were destroyed. It stays archived.',
      });
    const restored = await super.restore(id);
    if (stopped)
      this.events.record({
        action: 'organisation.shredding_withdrawn',
        category: 'organisation',
        organisationId: id,
        target: { type: 'organisation', id, label: String((restored as Row)['name']) },
        details: { because: 'restored' },
      });
    return restored;
  }

  protected override organisationOf(row: Row): string | null {
    return (row['id'] as string | undefined) ?? null;
  }
}

/** Slug, type and colour always have a value: null leaves them as they are. */
function withoutEmptyBasics(patch: Row): Row {
  return Object.fromEntries(
    Object.entries(patch).filter(([key, value]) => value !== null || !['slug', 'type', 'colour'].includes(key)),
  );
}

function taken(error: unknown): unknown {
  const errno = (error as { driverError?: { errno?: number } }).driverError?.errno;
  if (errno !== 1062) return error;
  const detail = 'Another organisation has this short name. Choose a different one.';
  return new Conflict('organisation.slug_taken', {
    detail,
    errors: [{ pointer: '/slug', code: 'taken', params: {}, detail }],
  }) satisfies DomainError;
}
