import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aWorld, type World } from '../../test/world';
import { SAMPLE_CLIENTS, SAMPLE_PEOPLE } from './clients';
import { Door } from './door';
import { loadSample } from './load.fixture';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => world.close());

/** As if the process were killed before the record that comes after so many. */
async function killedAfter(records: number): Promise<void> {
  const post = Door.prototype.post;
  let made = 0;
  vi.spyOn(Door.prototype, 'post').mockImplementation(function (this: Door, ...words) {
    if (made >= records) throw new Error('killed');
    made += 1;
    return post.apply(this, words) as never;
  });
  await expect(loadSample(world)).rejects.toThrow('killed');
  vi.restoreAllMocks();
}

const names = async (table: string): Promise<string[]> =>
  (await world.sql<{ name: string }>(`SELECT name FROM ${table}`)).map(({ name }) => name).sort();

describe('sample data whose loading was ended in the middle', () => {
  it('is not taken for whole: loading goes on, makes nothing twice, and prints how everybody signs in', async () => {
    // In the first client, before its scan is accepted, in the next ones, and in the administration.
    for (const records of [1, 3, 9, 20, 8]) await killedAfter(records);
    const { password, email } = personOf(await loadSample(world), 'technician');
    expect((await world.nobody().post('/auth/login', { email, password })).body).toEqual({ state: 'totp_required' });
    expect(await names('organisation')).toEqual(SAMPLE_CLIENTS.map(({ organisation }) => organisation.name).sort());
    expect(await names('user_account')).toEqual(SAMPLE_PEOPLE.map(({ name }) => name).sort());
    const sites = SAMPLE_CLIENTS.flatMap((client) => client.sites.map(({ name }) => name));
    expect(await names('site')).toEqual(sites.sort());
    const credentials = SAMPLE_CLIENTS.flatMap((client) => client.credentials.map(({ name }) => name));
    expect(await names('credential')).toEqual(credentials.sort());
    const assets = await names('asset');
    for (const { name } of SAMPLE_CLIENTS.flatMap((client) => client.assets))
      expect(
        assets.filter((one) => one === name),
        name,
      ).toHaveLength(1);
    expect(await names('api_key')).toEqual(['RMM sync', 'Warranty report']);
    expect(await world.sql('SELECT 1 FROM address_rule')).toHaveLength(2);
    expect(await world.sql('SELECT state FROM scan ORDER BY filename')).toHaveLength(2);
    expect(await world.sql('SELECT 1 FROM membership')).toHaveLength(SAMPLE_PEOPLE.length * SAMPLE_CLIENTS.length);
    expect(await loadSample(world)).toMatch(/here already/);
  });

  it('goes on where the first run asks for it, and once it is whole nobody is asked to make it again', async () => {
    const admin = await world.person({ platformAdmin: true, signedInMinutesAgo: 0 });
    expect((await admin.post('/sample-data')).body.code).toBe('sample_data.present');
    await world.sql("UPDATE platform_setting SET value = ? WHERE name = 'sample_data'", [
      JSON.stringify({ finished: false }),
    ]);
    expect((await admin.post('/sample-data')).body).toEqual({});
    expect((await admin.post('/sample-data')).body.code).toBe('sample_data.present');
  });
});

function personOf(printed: string, role: string): { email: string; password: string } {
  const line = printed.split('\n').find((one) => one.trim().startsWith(role));
  const [, email = '', password = ''] = /^\s*\S+\s+(\S+)\s+(\S+)/.exec(line ?? '') ?? [];
  return { email, password };
}
