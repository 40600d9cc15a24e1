import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { JobWorker, Scheduler } from '../../platform/jobs';

let world: World;
let acme: TestOrganisation;
let owner: Person;
let admin: Person;
beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  owner = await world.person({ roles: [[acme, 'owner']] });
  admin = await world.person({ platformAdmin: true });
  for (const name of ['Firewall', 'Switch'])
    await owner.post('/credentials', { organisationId: acme.id, name, fields: { username: 'u', password: 'p' } });
  await owner.post('/auth/totp/enrolment');
});
afterAll(() => world.close());

const work = () => world.app.get(JobWorker).drain();
const rotations = async () => (await admin.get('/keys/rotations')).body as Record<string, unknown>[];
const versions = async (purpose: string) =>
  (
    await world.sql<{ v: number; state: string }>(
      'SELECT key_version AS v, state FROM organisation_key WHERE organisation_id = ? AND purpose = ? ORDER BY 1',
      [acme.id, purpose],
    )
  ).map(({ v, state }) => `${v} ${state}`);
const rest = () =>
  world
    .sql("UPDATE key_rotation SET rested_at = rested_at - INTERVAL 1 HOUR WHERE state = 'resting'")
    .then(() =>
      world.sql("UPDATE job SET due_at = UTC_TIMESTAMP(6) WHERE name = 'data_key.rotate' AND state = 'queued'"),
    );
const care = () => world.inside(() => world.app.get(Scheduler).queue('data_key.care')).then(work);

describe('the keys of the installation', () => {
  it('are shown to administrators without a byte of them', async () => {
    const { status, body, text } = await admin.get('/keys');
    expect(status).toBe(200);
    expect(body).toMatchObject({ dataKeys: expect.any(Number), due: 0, oldestDays: 0, warning: null });
    expect(body.rootKeys).toMatchObject([{ version: 1, state: 'active', missingAt: [] }]);
    expect(text).not.toMatch(/"key"|wrapped/);
    const keys = (await admin.get('/keys/data-keys')).body as object[];
    expect(keys).toContainEqual(expect.objectContaining({ organisationId: acme.id, purpose: 'vault', version: 1 }));
    expect(keys).toContainEqual(expect.objectContaining({ organisationId: null, purpose: 'user_totp' }));
    const own = (await admin.get(`/keys/data-keys/${acme.id}`)).body as { purpose: string }[];
    expect(own.map(({ purpose }) => purpose).sort()).toEqual(['idx', 'vault']);
  });

  it('are nobody else’s business', async () => {
    for (const path of ['/keys', '/keys/data-keys', `/keys/data-keys/${acme.id}`, '/keys/rotations'])
      expect((await owner.get(path)).status).toBe(403);
    expect((await owner.post('/keys/rotations', { organisationId: acme.id, purpose: 'vault' })).status).toBe(403);
  });
});

describe('replacing a data key', () => {
  it('takes a fresh proof of identity', async () => {
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    const refused = await tired.post('/keys/rotations', { organisationId: acme.id, purpose: 'vault' });
    expect(refused.body.code).toBe('step_up.required');
    expect(await versions('vault')).toEqual(['1 active']);
  });

  it('is carried on by the worker until the old key is gone', async () => {
    const asked = await admin.post('/keys/rotations', { organisationId: acme.id, purpose: 'vault' });
    expect([asked.status, asked.body.state, asked.body.reason]).toEqual([201, 'moving', 'asked']);
    expect((await admin.post('/keys/rotations', { organisationId: acme.id, purpose: 'vault' })).status).toBe(409);
    await work();
    expect(await rotations()).toMatchObject([{ organisationId: acme.id, state: 'resting', done: 4, total: 4 }]);
    expect(await versions('vault')).toEqual(['1 decrypt-only', '2 active']);
    await rest();
    await work();
    expect(await rotations()).toMatchObject([{ state: 'done', fromVersion: 1, toVersion: 2 }]);
    expect(await versions('vault')).toEqual(['1 destroyed', '2 active']);
  });

  it('is refused for keys whose values nobody could move, and for organisations without a key', async () => {
    const fixed = await admin.post('/keys/rotations', { purpose: 'audit_mac' });
    expect([fixed.status, fixed.body.code]).toEqual([409, 'data_key.fixed']);
    const empty = await world.organisation('Empty');
    expect((await admin.post('/keys/rotations', { organisationId: empty.id, purpose: 'vault' })).status).toBe(404);
    const odd = await admin.post('/keys/rotations', { organisationId: acme.id, purpose: 'everything' });
    expect(odd.body.errors[0].pointer).toBe('/purpose');
  });
});

describe('the care for keys, once a day', () => {
  it('replaces a key of more than a year, and one that sealed too much', async () => {
    await world.sql(
      "UPDATE organisation_key SET created_at = created_at - INTERVAL 366 DAY WHERE organisation_id = ? AND purpose = 'idx'",
      [acme.id],
    );
    await world.sql(
      `INSERT INTO key_use (owner_id, purpose, key_version, writes) VALUES (?, 'vault', 2, 1073741824)
       ON DUPLICATE KEY UPDATE writes = 1073741824`,
      [acme.id],
    );
    expect((await admin.get('/keys')).body).toMatchObject({ due: 2, oldestDays: 366 });
    await care();
    await rest();
    await work();
    const ended = (await rotations()).filter(({ reason }) => reason !== 'asked');
    expect(ended.map(({ purpose, reason, state }) => `${purpose} ${reason} ${state}`).sort()).toEqual([
      'idx age done',
      'vault writes done',
    ]);
    expect((await admin.get('/keys')).body.due).toBe(0);
    expect((await owner.get('/credentials')).body.data[0].reusedCount).toBe(1);
  });

  it('takes up a replacement that lost its job', async () => {
    await admin.post('/keys/rotations', { organisationId: acme.id, purpose: 'vault' });
    await world.sql("DELETE FROM job WHERE name = 'data_key.rotate'");
    await care();
    expect(await rotations()).toContainEqual(expect.objectContaining({ fromVersion: 3, state: 'resting' }));
    await rest();
    await work();
    expect((await versions('vault')).at(-1)).toBe('4 active');
  });

  it('destroys a key that opens nothing any more, and leaves one that does', async () => {
    await admin.post('/keys/rotations', { organisationId: acme.id, purpose: 'vault' });
    await world.sql("DELETE FROM job WHERE name = 'data_key.rotate'");
    await world.sql('DELETE FROM key_rotation');
    await world.sql(
      "UPDATE organisation_key SET updated_at = updated_at - INTERVAL 2 DAY WHERE state = 'decrypt-only'",
    );
    await care();
    expect(await versions('vault')).toContain('4 decrypt-only');
    for (const table of ['credential_field', 'credential_past_field']) await world.sql(`DELETE FROM ${table}`);
    await care();
    expect(await versions('vault')).toContain('4 destroyed');
    expect(await world.events({ action: 'data_key.pruned' })).toMatchObject([
      { organisation_id: acme.id, details: { purpose: 'vault', version: 4 } },
    ]);
  });
});
