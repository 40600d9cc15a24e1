import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEY_MARK } from '@st0r/crypto';
import { aWorld, type World } from '../../test/world';
import { loadSample } from './load.fixture';

let world: World;
let printed: string;

beforeAll(async () => {
  world = await aWorld();
  printed = await loadSample(world);
});
afterAll(() => world.close());

describe('the sample installation', () => {
  it('asked for again, adds nobody and says that it is there', async () => {
    const people = await world.sql('SELECT id FROM user_account');
    expect(await loadSample(world)).toMatch(/here already/);
    expect(await world.sql('SELECT id FROM user_account')).toEqual(people);
  });

  it('has somebody for each role, and prints once how they sign in', () => {
    expect(printed.split('\n')).toHaveLength(10);
  });

  it('has a key that is used and one that has ended, and their secrets are nowhere', async () => {
    const keys = await world.sql<{ name: string; ended: number }>(
      'SELECT name, expires_on < UTC_DATE() AS ended FROM api_key ORDER BY name',
    );
    expect(keys.map(({ name, ended }) => [name, Number(ended)])).toEqual([
      ['RMM sync', 0],
      ['Warranty report', 1],
    ]);
    expect(printed).not.toContain(API_KEY_MARK);
  });

  it('shuts nobody out and lets nobody in: rules for documentation addresses, a connection nobody can use', async () => {
    const rules = await world.sql<{ network: string; effect: string }>('SELECT network, effect FROM address_rule');
    expect(rules.map(({ effect }) => effect)).toEqual(['deny', 'deny']);
    expect(await world.sql('SELECT name, state FROM sign_in_connection')).toEqual([
      { name: 'Northwind staff', state: 'draft' },
    ]);
  });

  it('has work waiting for the worker', async () => {
    expect(await world.sql("SELECT name FROM job WHERE name LIKE 'asset%'")).toHaveLength(1);
  });
});
