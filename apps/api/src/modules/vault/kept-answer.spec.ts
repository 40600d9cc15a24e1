import { afterAll, beforeAll, expect, it } from 'vitest';
import { aWorld, type World } from '../../../test/world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

it('a repeated request for a credential gets the first answer, and the kept answer is sealed', async () => {
  const acme = await world.organisation('Acme');
  const owner = await world.person({ roles: [[acme, 'owner']] });
  const input = {
    organisationId: acme.id,
    name: 'Once',
    fields: { username: 'kept-user-name', password: 'kept-pass-word' },
  };
  const key = { 'idempotency-key': 'create-only-once' };
  const first = await owner.post('/credentials', input, key);
  const second = await owner.post('/credentials', input, key);
  expect(first.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
  const [kept] = await world.sql<{ body: string }>('SELECT body FROM idempotent_answer');
  expect(Buffer.from(kept?.body ?? '', 'base64url').toString('latin1')).not.toContain('kept-user-name');
  expect(kept?.body).not.toContain('kept-user-name');
});
