import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestContext } from '../src/platform/context';
import { Sql } from '../src/platform/database';
import { aWorld, type Person, type TestOrganisation, type World } from './world';

const SWITCHES = 100_000;
/** More at once than the pool has connections, so that they change hands all the time. */
const AT_ONCE = 40;
const CLIENTS = 5;
const ROWS = 3;

let world: World;
const clients: { organisation: TestOrganisation; person: Person }[] = [];
beforeAll(async () => {
  world = await aWorld({ DATABASE_POOL: '8' });
  for (let at = 0; at < CLIENTS; at += 1) {
    const organisation = await world.organisation(`Client ${at}`);
    const person = await world.person({ roles: [[organisation, 'owner']] });
    clients.push({ organisation, person });
    const organisationId = organisation.id;
    const site = await person.post('/sites', { organisationId, name: `Site of ${organisation.slug}` });
    for (let row = 0; row < ROWS; row += 1) {
      const asset = { organisationId, siteId: site.body.id, name: `Asset ${row} of ${organisation.slug}` };
      expect((await person.post('/assets', asset)).status).toBe(201);
    }
  }
});
afterAll(() => world.close());

/** Does something many times, so many of them at once. */
async function times(count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const line = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

const anybody = () => clients[Math.floor(Math.random() * CLIENTS)]!;

describe('one connection after another client has used it', () => {
  it(`R11 shows nothing of theirs, ${SWITCHES} times`, async () => {
    const [sql, context] = [world.app.get(Sql), world.app.get(RequestContext)];
    const origin = { requestId: 'switch', ip: null, userAgent: null };
    let foreign = 0;
    let seen = 0;
    await times(SWITCHES, () =>
      context.run(origin, async () => {
        const { organisation } = anybody();
        context.limitTo([organisation.id]);
        const rows = await sql.scoped<{ owner: string }>(
          'SELECT organisation_id AS owner FROM asset WHERE organisation_id IN (:scope) AND version > ?',
          [0],
        );
        seen += rows.length;
        foreign += rows.filter(({ owner }) => owner !== organisation.id).length;
      }),
    );
    expect({ seen, foreign }).toEqual({ seen: SWITCHES * ROWS, foreign: 0 });
  });

  it('G06 resolves no relation for somebody else, however many ask at the same moment', async () => {
    const wrong: string[] = [];
    await times(400, async () => {
      const { organisation, person } = anybody();
      const { body } = await person.graphql('{ assets(first: 50) { nodes { name site { name } } } }');
      const nodes = (body.data?.assets?.nodes ?? []) as { name: string; site: { name: string } }[];
      const names = nodes.flatMap(({ name, site }) => [name, site.name]);
      if (nodes.length !== ROWS || !names.every((name) => name.endsWith(` of ${organisation.slug}`)))
        wrong.push(JSON.stringify(body).slice(0, 300));
    });
    expect(wrong).toEqual([]);
  });
});
