import { Injectable } from '@nestjs/common';
import { Invalid } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { checkOpeningHours, tidyOpeningHours } from './opening-hours';
import type { SiteCreateDto, SiteUpdateDto } from './site.dto';
import type { SiteEntity } from './site.entity';
import { siteResource } from './site.resource';

/** Sites of clients. */
@Injectable()
export class SiteService extends ResourceService<SiteEntity> {
  constructor(house: ResourceHouse) {
    super(siteResource, house);
  }

  override async create(input: SiteCreateDto): Promise<object> {
    const draft = { ...input, type: input.type ?? 'office', status: input.status ?? 'active' };
    return super.create({ ...draft, ...checked(input) });
  }

  override async update(id: string, patch: SiteUpdateDto, version?: number): Promise<object> {
    const changes = keepAlwaysSet(patch, ['name', 'type', 'status']);
    return super.update(id, { ...changes, ...checked(patch) }, version);
  }
}

function checked({ openingHours, timeZone }: SiteUpdateDto): Pick<SiteUpdateDto, 'openingHours'> {
  if (timeZone && !isTimeZone(timeZone))
    throw Invalid.field(
      '/timeZone',
      'time_zone',
      'This is not a time zone. Write its IANA name, such as Europe/Berlin.',
    );
  if (!openingHours) return openingHours === undefined ? {} : { openingHours };
  const errors = checkOpeningHours(openingHours);
  if (errors.length > 0) throw new Invalid('input.invalid', { detail: errors[0]?.detail, errors });
  return { openingHours: tidyOpeningHours(openingHours) };
}

/** Names only: an offset such as +01:00 knows no summer time. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
