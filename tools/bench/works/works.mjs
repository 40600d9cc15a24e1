import { graphqlWorks } from './graphql.mjs';
import { guardWorks } from './guard.mjs';
import { keysetWork, readWorks } from './reads.mjs';
import { signInWorks } from './sign-in.mjs';
import { writeWorks } from './writes.mjs';

/** All works that were asked for, in the order of the help text. `doors` are open connections to product and floor. */
export async function worksOf({ only, size, facts, root, doors }) {
  const parts = { size, facts, root, ...actors(doors) };
  const makers = [
    [['list', 'all', 'asset', 'relations', 'search', 'credentials'], readWorks],
    [['keyset'], async (given) => [await keysetWork(given)]],
    [['graphql'], graphqlWorks],
    [['reveal', 'create', 'event'], writeWorks],
    [['signin'], signInWorks],
    [['guard'], guardWorks],
  ];
  const works = [];
  for (const [names, make] of makers) if (names.some((name) => only.includes(name))) works.push(...(await make(parts)));
  return works.filter(({ name }) => only.includes(name));
}

/** Ways to call: as a person with a session cookie, as nobody, or the floor. */
function actors({ product, floor }) {
  const personAt = (person, number) => (typeof person === 'function' ? person(number) : person);
  const signed = (person) => (person ? { cookie: person.cookie, 'x-msp': '1' } : {});
  return {
    ours: (person, path) => (number) => product.send({ path: `/api/v1${path(number)}`, headers: signed(person) }),
    post:
      (person, make, check = () => undefined) =>
      async (number) =>
        check(await product.send({ method: 'POST', ...make(number), headers: signed(personAt(person, number)) })),
    json: async (person, path) => JSON.parse(await product.send({ path: `/api/v1${path}`, headers: signed(person) })),
    product: (make) => (number) => product.send(make(number)),
    floor: (path) => (number) => floor.send({ path: path(number) }),
  };
}
