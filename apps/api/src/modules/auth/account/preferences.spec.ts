import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../../test/world';

let world: World;
let person: Person;
const kept = async (): Promise<unknown> => (await person.get('/me')).body.preferences;
const keep = (preferences: object) => person.patch('/me/preferences', { preferences });

describe('what somebody chose for themselves', () => {
  beforeAll(async () => {
    world = await aWorld();
    person = await world.person();
  });
  afterAll(() => world.close());

  it('stays when another browser writes another part', async () => {
    expect((await keep({ theme: 'dark', keys: { singleKeys: true, remap: { 'row.next': 'n' } } })).status).toBe(204);
    await keep({ density: 'compact' });
    expect(await kept()).toEqual({
      theme: 'dark',
      density: 'compact',
      keys: { singleKeys: true, remap: { 'row.next': 'n' } },
    });
  });

  it('stays when two browsers write at the same moment', async () => {
    const parts = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(parts.map((part) => keep({ [part]: part })));
    expect(await kept()).toMatchObject(Object.fromEntries(parts.map((part) => [part, part])));
    await keep(Object.fromEntries(parts.map((part) => [part, null])));
  });

  it('is replaced entry by entry, and goes when it is given as null', async () => {
    await keep({ keys: { singleKeys: false }, columns: { assets: 'name' } });
    await keep({ keys: { remap: {} }, columns: { sites: 'city' }, theme: null });
    const keys = { singleKeys: false, remap: {} };
    expect(await kept()).toEqual({ density: 'compact', keys, columns: { assets: 'name', sites: 'city' } });
    await keep({ columns: null });
    expect(await kept()).toEqual({ density: 'compact', keys });
  });

  it('fits into 64 KiB in all', async () => {
    const before = await kept();
    const long = { columns: { assets: 'x'.repeat(40_000) } };
    expect((await keep(long)).status).toBe(204);
    const refused = await keep({ favourites: ['x'.repeat(40_000)] });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, '/preferences']);
    await keep({ columns: null });
    expect(await kept()).toEqual(before);
  });
});
