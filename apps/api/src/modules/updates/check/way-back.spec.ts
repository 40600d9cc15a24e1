import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../../test/world';
import { schemaSteps, stepOf } from '../schema-steps';
import { needsOf, WayBack } from './way-back.service';

let world: World;
beforeAll(async () => void (world = await aWorld()));
afterAll(() => world.close());

const without = (...drops: string[]) =>
  world.app.get(WayBack).look([{ name: 'Step9', tables: [], removes: true, drops }], { version: '1.0.0' });

describe('the way back from a newer release', () => {
  it.each([
    'refresh_token',
    'user_password',
    'event_seal',
    'lease',
    'lease.held_until',
    'refresh_token.hash',
    'asset',
    'asset.hostname',
  ])('is closed by a step that takes %s away', async (thing) => {
    expect(await without(thing)).toMatchObject({
      state: 'blocker',
      says: expect.stringContaining(`Step9 removes ${thing}, which release 1.0.0 needs`),
    });
  });

  it.each(['a_table_of_old', 'a_table_of_old.name', 'asset.gone_long_ago'])(
    'is open where this release does without %s',
    async (thing) => {
      expect(await without(thing)).toMatchObject({ state: 'warning' });
    },
  );

  it('is closed by every table there is', async () => {
    const rows = await world.sql<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    const open = [];
    for (const { name } of rows) if ((await without(name)).state !== 'blocker') open.push(name);
    expect([rows.length > 100, open]).toEqual([true, []]);
  });

  it('needs no statement of its own for what its steps have taken away, or a release has retired', async () => {
    const steps = [
      stepOf('Step1', ['CREATE TABLE lease_note (id INT, text INT, more INT)', 'CREATE TABLE old_note (id INT)']),
      stepOf('Step2', ['ALTER TABLE lease_note DROP COLUMN text', 'DROP TABLE old_note']),
    ];
    const needs = needsOf([...(await schemaSteps()), ...steps], ['lease_note.more']);
    const things = ['lease_note', 'lease_note.id', 'lease_note.text', 'lease_note.more', 'old_note', 'old_note.id'];
    expect(things.filter(needs)).toEqual(['lease_note', 'lease_note.id']);
  });
});
