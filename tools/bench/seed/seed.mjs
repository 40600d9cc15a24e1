import { step } from '../../workspace/steps.mjs';
import { seedAssets } from './assets.mjs';
import { seedCredentials } from './credentials.mjs';
import { seedEvents } from './events.mjs';
import { inBulk } from './filler.mjs';
import { seedOrganisations } from './organisations.mjs';
import { seedPeople, setUp } from './people.mjs';

/**
 * Fills the database of a stack whose API runs, as database root; the search index is made by the product.
 * Answers { organisations, assets, credentials, bigKey, people }; ids are listed per organisation, the big one first.
 */
export async function seed(stack, tools, size) {
  const { root } = stack;
  const facts = {};
  const steps = {
    [`${size.organisations} organisations`]: async () =>
      (facts.organisations = await seedOrganisations(root, tools.crypto, size)),
    people: async () => (facts.people = await seedPeople(root, tools, { ...facts, size })),
    [`${size.assets} assets`]: async () => (facts.assets = await seedAssets(root, tools.crypto, { ...facts, size })),
    [`${size.credentials} credentials`]: async () => {
      const { ids, bigKey } = await seedCredentials(root, tools, { ...facts, size });
      Object.assign(facts, { credentials: ids, bigKey });
    },
    [`${size.events} events`]: () => seedEvents(root, tools, { ...facts, size }),
    'search index (st0r search rebuild)': () => stack.operator('search', 'rebuild'),
    statistics: () => root.query(`ANALYZE TABLE ${ANALYSED.join(', ')}`),
  };
  await setUp(stack);
  await inBulk(root, async () => {
    for (const [title, work] of Object.entries(steps)) await step(title, async () => void (await work()));
  });
  return facts;
}

const ANALYSED = [
  ...['organisation', 'site', 'contact', 'asset', 'asset_interface', 'asset_address', 'relation', 'event'],
  ...['credential', 'credential_field', 'membership', 'session', 'search_entry', 'search_word'],
];
