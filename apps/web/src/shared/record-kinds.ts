import { messages, type IconName } from '@st0r/ui';

const say = messages({
  asset: 'Asset',
  assets: 'Assets',
  contact: 'Contact',
  contacts: 'People',
  credential: 'Credential',
  credentials: 'Credentials',
  organisation: 'Client',
  organisations: 'Clients',
  site: 'Site',
  sites: 'Sites',
});

/** How a record of the palette's index is drawn, and where it opens below `/o/:org/`. */
export type RecordKind = { label: string; group: string; icon: IconName; path: string };

/** By the noun the API uses; types the pages have no place for are left out. */
export const recordKinds: Readonly<Record<string, RecordKind>> = {
  asset: { label: say('asset'), group: say('assets'), icon: 'pc-display', path: 'assets/' },
  contact: { label: say('contact'), group: say('contacts'), icon: 'person', path: 'people/' },
  site: { label: say('site'), group: say('sites'), icon: 'geo-alt', path: 'sites/' },
  organisation: { label: say('organisation'), group: say('organisations'), icon: 'building', path: '' },
  credential: { label: say('credential'), group: say('credentials'), icon: 'key', path: 'vault/' },
};

/** Where a record opens; undefined when no page shows its kind. */
export function addressOfRecord(record: {
  type: string;
  id: string;
  organisation: { slug: string };
}): string | undefined {
  const kind = recordKinds[record.type];
  if (!kind) return undefined;
  const client = `/o/${record.organisation.slug}`;
  return record.type === 'organisation' ? client : `${client}/${kind.path}${record.id}`;
}
