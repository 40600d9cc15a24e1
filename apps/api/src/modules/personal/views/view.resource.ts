import { SignedIn } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { ViewCreateDto, ViewDto, ViewUpdateDto } from './view.dto';
import { ViewEntity } from './view.entity';

const WHY = 'one’s own views, and those of one’s teams';

/** Parameters of the hidden condition `visible`: who asks, then the organisations whose teams they are in. */
function visible(_operator: string, [user, ...organisations]: readonly string[]): { text: string; params: unknown[] } {
  if (organisations.length === 0) return { text: 'user_id = ?', params: [user] };
  const marks = organisations.map(() => '?').join(', ');
  return {
    text: `(user_id = ? OR (shared = 1 AND (organisation_id IS NULL OR organisation_id IN (${marks}))))`,
    params: [user, ...organisations],
  };
}

export const viewResource = defineResource({
  noun: 'view',
  plural: 'views',
  about: 'Lists as people want to see them again, for themselves or their team.',
  entity: ViewEntity,
  dto: ViewDto,
  create: ViewCreateDto,
  update: ViewUpdateDto,
  list: defineList({
    entity: ViewEntity,
    fields: {
      name: { kind: 'text', sort: true },
      list: { kind: 'text', sort: true },
      shared: { kind: 'flag' },
      standard: { kind: 'flag' },
      organisation: { kind: 'id', column: 'organisation_id' },
      updatedAt: { kind: 'moment', sort: true },
      // Added by the service to every list; nobody can ask for it.
      visible: { kind: 'text', filter: false, sql: visible },
    },
    search: ['name'],
    defaultSort: 'name',
  }),
  access: {
    read: SignedIn(WHY),
    create: SignedIn(WHY, { event: 'view.created' }),
    update: SignedIn(WHY, { event: 'view.updated' }),
    archive: SignedIn(WHY, { event: 'view.archived' }),
  },
});
