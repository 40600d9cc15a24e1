import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../test/world';
import { AccountDatabase, Lease } from '../platform/database';
import type { Conflict } from '../platform/errors';
import { SAMPLE_CLIENTS, SAMPLE_PEOPLE } from './clients';
import { loadSample } from './load.fixture';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('sample data that two ask for at the same moment', () => {
  it('is made once, and how everybody signs in is told to whoever makes it', async () => {
    const both = await Promise.allSettled([loadSample(world), loadSample(world)]);
    const answers = both.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Conflict).code));
    expect(answers.filter((answer) => answer.startsWith('Sign in as'))).toHaveLength(1);
    // On a machine that stood still in between, the second may come when all is done.
    expect(answers.filter((answer) => /^sample_data\.loading$|are here already/.test(answer))).toHaveLength(1);
    const count = async (table: string): Promise<number> => (await world.sql(`SELECT 1 FROM ${table}`)).length;
    expect([await count('organisation'), await count('user_account')]).toEqual([
      SAMPLE_CLIENTS.length,
      SAMPLE_PEOPLE.length,
    ]);
  });

  it('is not begun by the first run while the command line makes it', async () => {
    const admin = await world.person({ platformAdmin: true, signedInMinutesAgo: 0 });
    const elsewhere = await AccountDatabase.open(world.settings, 'application');
    const lease = await Lease.take(elsewhere, 'sample_data');
    try {
      const refused = await admin.post('/sample-data');
      expect(refused).toMatchObject({ status: 409, body: { code: 'sample_data.loading' } });
    } finally {
      await lease!.end();
      await elsewhere.close();
    }
    expect((await admin.post('/sample-data')).body.code).toBe('sample_data.present');
  });
});
