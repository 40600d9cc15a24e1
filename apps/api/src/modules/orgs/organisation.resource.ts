import { Authorize } from '../../platform/authorize';
import { defineList } from '../../platform/list';
import { defineResource } from '../../platform/resource';
import { OrganisationDto, OrganisationUpdateDto } from './organisation.dto';
import { ORGANISATION_TYPES, OrganisationEntity } from './organisation.entity';

export const organisationResource = defineResource({
  noun: 'organisation',
  plural: 'organisations',
  about: 'Clients, and the provider itself.',
  entity: OrganisationEntity,
  dto: OrganisationDto,
  update: OrganisationUpdateDto,
  list: defineList({
    entity: OrganisationEntity,
    fields: {
      name: { kind: 'text', sort: true },
      slug: { kind: 'text' },
      type: { kind: 'choice', choices: ORGANISATION_TYPES, sort: true },
      city: { kind: 'text', sort: true },
      tags: { kind: 'text', operators: ['all'] },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'slug', 'legal_name', 'city'],
    defaultSort: 'name',
  }),
  access: {
    read: Authorize('org.read'),
    update: Authorize('org.update'),
    archive: Authorize('org.update', { recentLogin: '10m', for: 'organisation' }),
  },
});
