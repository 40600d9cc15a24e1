import { questionsOf } from './questions.mjs';

const LIST = 'status=active&sort=name&limit=50&total=true';

/** Lists and single records. Every work says what it does, how the product does it and how the floor does. */
export function readWorks({ facts, ours, floor }) {
  const [big] = facts.organisations;
  const [assets] = facts.assets;
  const { local, everywhere } = facts.people;
  const list = ours(local, () => `/assets?org=${big.slug}&${LIST}`);
  const asset = (number) => assets[(number * 7919) % assets.length];
  return [
    {
      name: 'list',
      what: 'list 50 assets of an organisation, sorted, one filter, total',
      ours: list,
      floor: floor(() => `/list?org=${big.id}`),
    },
    {
      name: 'list',
      what: '  the same against page and total alone',
      against: 'bare floor',
      ours: list,
      floor: floor(() => `/bare?org=${big.id}`),
    },
    {
      name: 'list',
      what: '  the same for a person with a role in every organisation',
      ours: ours(everywhere, () => `/assets?org=${big.slug}&${LIST}`),
      floor: floor(() => `/list?org=${big.id}`),
    },
    {
      name: 'all',
      what: 'list 50 assets of all organisations, sorted by name',
      ours: ours(everywhere, () => '/assets?sort=name&limit=50'),
      floor: floor(() => '/everywhere'),
      most: 2_000,
    },
    {
      name: 'asset',
      what: 'one asset with its interfaces, model, site and contact',
      ours: ours(local, (number) => `/assets/${asset(number)}`),
      floor: floor((number) => `/one?org=${big.id}&id=${asset(number)}`),
    },
    {
      name: 'relations',
      what: 'relations of one asset',
      ours: ours(local, (number) => `/relations?record=asset:${asset(number)}`),
      floor: floor((number) => `/relations?org=${big.id}&id=${asset(number)}`),
    },
    {
      name: 'search',
      what: 'palette search over everything one may see',
      ours: ours(everywhere, questionsOf(facts)),
    },
    {
      name: 'credentials',
      what: 'list 200 credentials with their user names (five make 1,000)',
      ours: ours(local, () => `/credentials?org=${big.slug}&limit=200`),
    },
  ];
}

/** Page 1,000 against page 1, both by cursor in the big organisation. */
export async function keysetWork({ facts, size, ours, json }) {
  const [big] = facts.organisations;
  const { local } = facts.people;
  const limit = size.assetsOfBig / 1000;
  const path = (cursor, many) => `/assets?org=${big.slug}&sort=name&limit=${many}${cursor ? `&cursor=${cursor}` : ''}`;
  const cursor = await cursorAfter(999 * limit, (at, many) => json(local, path(at, many)));
  return {
    name: 'keyset',
    what: `page 1,000 (${limit} a page) against page 1`,
    against: 'page 1',
    ours: ours(local, () => path(encodeURIComponent(cursor), limit)),
    floor: ours(local, () => path('', limit)),
  };
}

/** Walks to the cursor behind so many rows, 200 at a time at most. */
async function cursorAfter(rows, read) {
  let cursor = '';
  for (let left = rows; left > 0; left -= 200) {
    const page = await read(encodeURIComponent(cursor), Math.min(left, 200));
    cursor = page.page.next;
    if (!cursor) throw new Error(`The list ended ${left} rows before page 1,000.`);
  }
  return cursor;
}
