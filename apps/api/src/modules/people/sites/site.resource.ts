import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { SiteCreateDto, SiteDto, SiteUpdateDto } from './site.dto';
import { SITE_STATUSES, SITE_TYPES, SiteEntity } from './site.entity';

export const siteResource = defineResource({
  noun: 'site',
  plural: 'sites',
  about: 'Places where clients work.',
  entity: SiteEntity,
  dto: SiteDto,
  create: SiteCreateDto,
  update: SiteUpdateDto,
  list: defineList({
    entity: SiteEntity,
    fields: {
      name: { kind: 'text', sort: true },
      type: { kind: 'choice', choices: SITE_TYPES, sort: true, group: true },
      status: { kind: 'choice', choices: SITE_STATUSES, sort: true, group: true },
      city: { kind: 'text', sort: true },
      country: { kind: 'text' },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'city', 'street'],
    defaultSort: 'name',
  }),
  access: {
    read: Authorize('org.read'),
    create: Authorize('contact.write'),
    update: Authorize('contact.write'),
    archive: Authorize('contact.write'),
  },
});
