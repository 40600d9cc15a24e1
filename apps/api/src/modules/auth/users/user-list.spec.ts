import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '@st0r/crypto';
import { aWorld, type Person, type World } from '../../../../test/world';

/** As many as a directory brings. */
const PEOPLE = 2_000;

let world: World;
let admin: Person;

beforeAll(async () => {
  world = await aWorld();
  admin = await world.person({ platformAdmin: true, name: 'Ada Admin' });
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const name = `Person of the directory ${String(n).padStart(4, '0')}`;
    return [uuid7(), `${n}@directory.test`, name, n % 4 === 0 ? 'disabled' : 'active'];
  });
  await world.sql(
    `INSERT INTO user_account (id, email, name, state, created_at, updated_at)
     VALUES ${rows.map(() => '(?, ?, ?, ?, NOW(6), NOW(6))').join(', ')}`,
    rows.flat(),
  );
});
afterAll(() => world.close());

describe('the list of accounts', () => {
  it('gives a page of thousands, counted, and the one that follows', async () => {
    const first = await admin.get('/users?total=true&limit=100');
    expect([first.body.data.length, first.body.page.total]).toEqual([100, PEOPLE + 1]);
    const second = await admin.get(`/users?limit=100&cursor=${String(first.body.page.next)}`);
    expect(second.body.data[0].name).toBe('Person of the directory 0099');
  });

  it('finds a person by part of the name or address on the server', async () => {
    const byName = await admin.get('/users?q=1234');
    expect(byName.body.data.map((user: { email: string }) => user.email)).toEqual(['1234@directory.test']);
    const byState = await admin.get('/users?state=disabled&email[startsWith]=10&sort=-email&limit=1');
    expect(byState.body.data[0].email).toBe('1096@directory.test');
  });

  it('says the same over GraphQL, and what may be done with each', async () => {
    const answer = await admin.graphql('{ users(q: "Ada") { nodes { name state can } } }');
    expect(answer.body.data.users.nodes).toEqual([
      { name: 'Ada Admin', state: 'active', can: { update: true, archive: false, disable: false } },
    ]);
  });

  it('shows nobody preferences or passwords, and nothing to others than administrators', async () => {
    const { body } = await admin.get(`/users/${admin.id}`);
    expect(Object.keys(body).sort()).toEqual(
      [
        'can',
        'createdAt',
        'email',
        'id',
        'name',
        'platformAdmin',
        'requireMfa',
        'state',
        'updatedAt',
        'version',
      ].sort(),
    );
    const somebody = await world.person();
    expect((await somebody.get('/users')).body.code).toBe('platform.admin_required');
  });
});
