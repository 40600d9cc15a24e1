import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { plantCanaries, whereItSings } from './canaries.promise';
import { aStage, type Stage } from './stage';

const CANARY = `canary${randomBytes(6).toString('hex')}`;

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
  expect(await plantCanaries(stage, CANARY)).toBeGreaterThan(5);
});
afterAll(() => stage.world.close());

describe('R09 what stands in the records of one client', () => {
  it('is shown to its own people, in lists, search, events, exports and GraphQL', async () => {
    // First: whatever keeps answers has them now, for whoever asks next.
    const shown = await whereItSings(stage, stage.keeper, CANARY);
    for (const place of ['/assets', '/contacts', '/credentials', '/events', '/search', '/sites/export', '/me/recents'])
      expect(shown.filter((one) => one.includes(`GET ${place}?`) || one.endsWith(`GET ${place}`))).not.toEqual([]);
    expect(shown).toEqual(expect.arrayContaining(['200 query assets', '200 query events', '200 query recents']));
    expect(shown.filter((one) => !one.startsWith('200 '))).toEqual([]);
  });

  it('is shown to nobody of another client, however it is asked for', async () => {
    expect(await whereItSings(stage, stage.stranger, CANARY)).toEqual([]);
  });

  it('is shown to no administrator without a role there', async () => {
    expect(await whereItSings(stage, stage.admin, CANARY)).toEqual([]);
  });

  it('is in no mail', async () => {
    const mails = await stage.world.sql('SELECT * FROM mail');
    expect(JSON.stringify(mails)).not.toContain(CANARY);
  });
});
