import { blobKeyVersion } from '@st0r/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { UnitOfWork } from '../../../platform/database';
import { KeyUse, KeyWatch, PlatformDataKey, Rotations, type KeyOwner } from '../../../platform/keys';
import { VaultVerifier } from '../tools/vault-verifier.service';
import { VaultKeys } from './vault-keys.service';

let world: World;
let acme: TestOrganisation;
let owner: Person;
let vault: KeyOwner;
let idx: KeyOwner;
beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  owner = await world.person({ roles: [[acme, 'owner']] });
  [vault, idx] = [
    { organisation: acme.id, purpose: 'vault' },
    { organisation: acme.id, purpose: 'idx' },
  ];
});
afterAll(() => world.close());

const rotations = () => world.app.get(Rotations);
const outside = <T>(work: () => Promise<T>): Promise<T> => world.inside(() => world.app.get(UnitOfWork).outside(work));
const begin = (key: KeyOwner) => world.inside(() => rotations().begin(key, 'asked'));
const carryOn = (id: string, restSeconds = 0) =>
  outside(() => rotations().carryOn(id, { restSeconds, tell: async () => undefined }));
const keysOf = async ({ organisation, purpose }: KeyOwner) =>
  (
    await world.sql<{ v: number; state: string }>(
      'SELECT key_version AS v, state FROM organisation_key WHERE organisation_id = ? AND purpose = ? ORDER BY key_version',
      [organisation, purpose],
    )
  ).map(({ v, state }) => `${v} ${state}`);
const versionsOf = async (table: string) =>
  [
    ...new Set(
      (await world.sql<{ blob: Buffer }>(`SELECT \`blob\` FROM ${table} WHERE organisation_id = ?`, [acme.id])).map(
        (row) => blobKeyVersion(row.blob),
      ),
    ),
  ].sort();

async function aCredential(fields: object, organisationId = acme.id): Promise<string> {
  const answer = await owner.post('/credentials', { organisationId, name: 'Shared', fields });
  expect(answer.status).toBe(201);
  return String(answer.body.id);
}
const change = (id: string, fields: object) => owner.patch(`/credentials/${id}`, { fields });
const read = async (id: string) => String((await owner.get(`/credentials/${id}`)).body.fields.username);

describe('the key of an organisation', () => {
  it('is replaced with everything it sealed, old versions too, and then destroyed', async () => {
    const id = await aCredential({ username: 'root', password: 'first-1', notes: 'n' });
    await change(id, { password: 'second-2', username: 'admin' });
    const rotation = await begin(vault);
    expect(await keysOf(vault)).toEqual(['1 decrypt-only', '2 active']);
    expect(await carryOn(rotation)).toMatchObject({ state: 'done', total: 5, done: 5, fromVersion: 1, toVersion: 2 });
    expect(await keysOf(vault)).toEqual(['1 destroyed', '2 active']);
    expect([await versionsOf('credential_field'), await versionsOf('credential_past_field')]).toEqual([[2], [2]]);
    const [gone] = await world.sql<{ wrapped: Buffer; canary: Buffer }>(
      "SELECT wrapped, canary FROM organisation_key WHERE organisation_id = ? AND state = 'destroyed'",
      [acme.id],
    );
    expect(gone && [...gone.wrapped, ...gone.canary].every((byte) => byte === 0)).toBe(true);
    expect(await read(id)).toBe('admin');
    const old = await owner.post(`/credentials/${id}/versions/1/fields/password/reveal`);
    expect(old.body.value ?? old.text).toBe('first-1');
    expect((await outside(() => world.app.get(VaultVerifier).verify())).ok).toBe(true);
  });

  it('leaves events of its beginning and its end, with versions and never a key', async () => {
    const events = await world.events();
    const about = events.filter(({ action }) => String(action).startsWith('data_key.'));
    expect(about.map(({ action, organisation_id, details }) => [action, organisation_id, details])).toEqual([
      ['data_key.rotation_started', acme.id, { purpose: 'vault', from: 1, to: 2, reason: 'asked' }],
      ['data_key.rotated', acme.id, { purpose: 'vault', from: 1, to: 2 }],
    ]);
  });

  it('is replaced once at a time', async () => {
    const rotation = await begin(vault);
    await expect(begin(vault)).rejects.toMatchObject({ code: 'data_key.rotating' });
    expect(await keysOf(vault)).toEqual(['1 destroyed', '2 decrypt-only', '3 active']);
    await carryOn(rotation);
  });

  it('stays until everybody has had time to finish with it, counted from its last value', async () => {
    const rotation = await begin(vault);
    expect(await carryOn(rotation, 60)).toMatchObject({ state: 'resting' });
    expect(await keysOf(vault)).toContain('3 decrypt-only');
    await world.sql("UPDATE key_rotation SET rested_at = rested_at - INTERVAL 2 MINUTE WHERE state = 'resting'");
    expect(await carryOn(rotation, 60)).toMatchObject({ state: 'done' });
    expect(await keysOf(vault)).toContain('3 destroyed');
  });

  it('is kept when a value does not open, because replacing it must not be what destroys the value', async () => {
    const id = await aCredential({ password: 'tampered-1' });
    const [before] = await world.sql<{ blob: Buffer }>('SELECT `blob` FROM credential_field WHERE credential_id = ?', [
      id,
    ]);
    await world.sql('UPDATE credential_field SET `blob` = INSERT(`blob`, 80, 1, ?) WHERE credential_id = ?', [
      Buffer.of(1),
      id,
    ]);
    const rotation = await begin(vault);
    expect(await carryOn(rotation)).toMatchObject({ state: 'blocked', dead: 1 });
    expect(await keysOf(vault)).toContain('4 decrypt-only');
    await world.sql('UPDATE credential_field SET `blob` = ? WHERE credential_id = ?', [before?.blob, id]);
    expect(await carryOn(rotation)).toMatchObject({ state: 'done', dead: 0 });
    expect(await keysOf(vault)).toEqual(['1 destroyed', '2 destroyed', '3 destroyed', '4 destroyed', '5 active']);
  });

  it('moves under a hundred edits of the same credentials: the last write wins and everything opens (V19)', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, at) => aCredential({ username: `u${at}`, password: 'p' })),
    );
    const last = new Map<string, string>();
    const strange: string[] = [];
    let editing = true;
    const edit = async (hand: number): Promise<void> => {
      for (let turn = 0; editing || turn < 12; turn += 1) {
        const id = ids[(hand + turn * 4) % ids.length] as string;
        const username = `hand ${hand} turn ${turn}`;
        // Each hand has its own credentials, so that it knows which write was the last.
        const { status, text } = await change(id, { username, password: username });
        if (status === 200) last.set(id, username);
        else strange.push(text);
      }
    };
    const hands = Promise.all([0, 1, 2, 3].map(edit));
    try {
      for (let round = 0; round < 3; round += 1) await carryOn(await begin(vault));
    } finally {
      editing = false;
      await hands;
    }
    expect(strange).toEqual([]);
    for (const [id, username] of last) expect(await read(id)).toBe(username);
    expect(last.size).toBe(12);
    const report = await outside(() => world.app.get(VaultVerifier).verify());
    expect([report.ok, report.findings, report.silentKeys]).toEqual([true, [], []]);
    expect((await keysOf(vault)).at(-1)).toBe('8 active');
    expect([...(await versionsOf('credential_field')), ...(await versionsOf('credential_past_field'))]).toEqual([8, 8]);
  });
});

describe('the key of the reuse index', () => {
  it('is replaced while the counts stay right, and while passwords change (V23)', async () => {
    const twins = await Promise.all([1, 2, 3].map(() => aCredential({ password: 'reused everywhere' })));
    const counts = async () =>
      Promise.all(twins.map(async (id) => Number((await owner.get(`/credentials/${id}`)).body.reusedCount)));
    const before = await counts();
    expect(before).toEqual([2, 2, 2]);
    const rotation = await begin(idx);
    expect(await keysOf(idx)).toEqual(['1 active', '2 pending']);
    const seen: number[][] = [];
    const id = await aCredential({ password: 'reused everywhere' });
    const end = await outside(() =>
      rotations().carryOn(rotation, { restSeconds: 0, tell: async () => void seen.push(await counts()) }),
    );
    expect(end.state).toBe('done');
    expect(new Set(seen.map(String))).toEqual(new Set(['3,3,3']));
    expect(await keysOf(idx)).toEqual(['1 destroyed', '2 active']);
    await change(id, { password: 'something else' });
    expect(await counts()).toEqual([2, 2, 2]);
    const later = await aCredential({ password: 'reused everywhere' });
    expect(await counts()).toEqual([3, 3, 3]);
    expect(later).not.toBe(id);
  });
});

describe('the keys of the installation', () => {
  it('are replaced like those of organisations: one-time codes work on', async () => {
    const enrolled = await owner.post('/auth/totp/enrolment');
    expect(enrolled.status).toBe(200);
    const user: KeyOwner = { organisation: '00000000-0000-0000-0000-000000000000', purpose: 'user-totp' };
    expect(await carryOn(await begin(user))).toMatchObject({ state: 'done', total: 1 });
    const [seed] = await world.sql<{ seed: Buffer }>('SELECT seed FROM user_totp');
    expect(blobKeyVersion(seed!.seed)).toBe(2);
    const key = await world.inside(() => world.app.get(PlatformDataKey).of('user-totp'));
    expect(key.version).toBe(2);
    expect((await world.inside(() => world.app.get(PlatformDataKey).opening('user-totp', seed!.seed))).version).toBe(2);
  });
});

describe('the use of a key', () => {
  it('is counted, and written down with the heartbeat', async () => {
    await world.inside(() => world.app.get(KeyUse).flush());
    const [row] = await world.sql<{ writes: number }>(
      "SELECT writes FROM key_use WHERE owner_id = ? AND purpose = 'vault' AND key_version = 8",
      [acme.id],
    );
    expect(Number(row?.writes)).toBeGreaterThan(2);
  });
});

describe('a process that keeps opened keys', () => {
  it('forgets them when a new epoch begins', async () => {
    const keys = world.app.get(VaultKeys);
    await read(await aCredential({ username: 'x', password: 'y' }));
    expect(keys.cache.size).toBeGreaterThan(0);
    await carryOn(await begin(vault));
    await world.inside(() => world.app.get(KeyWatch).look());
    expect(keys.cache.size).toBe(0);
  });
});
