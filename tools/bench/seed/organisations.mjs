import { fill, recordOf, RECORD, TENANT } from './filler.mjs';
import { FIRMS, FIRST_NAMES, LAST_NAMES, TOWNS, choices, padded } from './words.mjs';

/** Organisations with two sites and some contacts each; answers [{ id, slug, name, sites, contacts }], the big one first. */
export async function seedOrganisations(root, { uuid7 }, size) {
  const pick = choices(1);
  const organisations = Array.from({ length: size.organisations }, (_, at) => ({
    id: uuid7(),
    slug: `bench-${padded(at)}`,
    name: `${pick.of(FIRMS)} ${pick.of(TOWNS)} ${padded(at)}`,
    sites: [uuid7(), uuid7()],
    contacts: Array.from({ length: size.contactsEach }, () => uuid7()),
  }));
  const columns = [...RECORD, 'name', 'slug', 'type', 'colour'];
  const rows = organisations.map(({ id, name, slug }) => [...recordOf(id), name, slug, 'client', '#336699']);
  await fill(root, { table: 'organisation', columns }, rows);
  await fill(root, { table: 'site', columns: [...TENANT, 'name', 'type', 'status', 'city'] }, sites(organisations));
  await fill(root, { table: 'contact', columns: CONTACT }, contacts(organisations, { uuid7 }));
  return organisations;
}

function* sites(organisations) {
  const pick = choices(2);
  for (const { id, sites: ids } of organisations)
    for (const [at, site] of ids.entries())
      yield [...recordOf(site), id, at === 0 ? 'Headquarters' : 'Warehouse', 'office', 'active', pick.of(TOWNS)];
}

const CONTACT = [
  ...[...TENANT, 'person_id', 'name', 'first_name', 'last_name', 'sort_name', 'title', 'email'],
  ...['is_primary', 'is_billing', 'is_technical', 'site_id'],
];

function* contacts(organisations, { uuid7 }) {
  const pick = choices(3);
  for (const { id, slug, sites: ids, contacts: people } of organisations)
    for (const [at, contact] of people.entries()) {
      const [first, last] = [pick.of(FIRST_NAMES), pick.of(LAST_NAMES)];
      const mail = `${first}.${last}.${at}@${slug}.example`.toLowerCase();
      const called = [`${first} ${last}`, first, last, `${last} ${first}`];
      yield [...recordOf(contact), id, uuid7(), ...called, 'Office', mail, at === 0, at === 1, at === 2, ids[at % 2]];
    }
}
