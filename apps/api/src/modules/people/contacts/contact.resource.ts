import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { SiteEntity } from '../sites/site.entity';
import { ContactCreateDto, ContactDto, ContactUpdateDto } from './contact.dto';
import { ContactEntity } from './contact.entity';
import { digitsOf } from './phone-digits';

export const contactResource = defineResource({
  noun: 'contact',
  plural: 'contacts',
  about: 'People at the clients.',
  entity: ContactEntity,
  dto: ContactDto,
  create: ContactCreateDto,
  update: ContactUpdateDto,
  list: defineList({
    entity: ContactEntity,
    fields: {
      name: { kind: 'text', sort: true },
      sortName: { kind: 'text', sort: true },
      title: { kind: 'text', sort: true },
      department: { kind: 'text', sort: true },
      email: { kind: 'text', sort: true },
      phone: { kind: 'text', operators: ['eq', 'in', 'startsWith'], sql: byPhone },
      primary: { kind: 'flag', column: 'is_primary' },
      billing: { kind: 'flag', column: 'is_billing' },
      technical: { kind: 'flag', column: 'is_technical' },
      site: { kind: 'id', column: 'site_id', group: true },
      person: { kind: 'id', column: 'person_id' },
      tags: { kind: 'text', operators: ['all'] },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'sort_name', 'email', 'title'],
    defaultSort: 'sortName',
  }),
  refs: { site: { entity: () => SiteEntity, id: 'siteId' } },
  access: {
    read: Authorize('org.read'),
    create: Authorize('contact.write'),
    update: Authorize('contact.write'),
    archive: Authorize('contact.write'),
  },
});

/** A caller is found by digits, however the number was written down. */
function byPhone(operator: string, values: readonly string[]): { text: string; params: unknown[] } {
  const digits = values.map(digitsOf);
  const starts = operator === 'startsWith';
  const matches = starts ? 'LIKE ?' : `IN (${digits.map(() => '?').join(', ')})`;
  return {
    text: `EXISTS (SELECT 1 FROM contact_phone p WHERE p.organisation_id = contact.organisation_id AND p.contact_id = contact.id AND p.digits ${matches})`,
    params: starts ? [`${digits[0]}%`] : digits,
  };
}
