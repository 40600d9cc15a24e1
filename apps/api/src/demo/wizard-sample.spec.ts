import { expect, it } from 'vitest';
import { aWorld } from '../../test/world';
import { SAMPLE_CLIENTS } from './clients';

it('the sample clients of the first run belong to whoever asked for them', async () => {
  const world = await aWorld();
  try {
    const admin = await world.person({ platformAdmin: true });
    const made = await admin.post('/sample-data');
    expect([made.status, made.body]).toEqual([204, {}]);
    const { organisations } = (await admin.get('/me')).body as { organisations: { name: string }[] };
    const names = SAMPLE_CLIENTS.map(({ organisation }) => organisation.name);
    expect(organisations.map(({ name }) => name).sort()).toEqual(names.sort());
  } finally {
    await world.close();
  }
});
