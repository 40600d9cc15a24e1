import { alignKeyring, createDataKey, createKeyring, parseKeyring, unwrapKey, wrappedUnder } from '@st0r/crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { UnitOfWork } from '../../database';
import {
  Presence,
  KeyWatch,
  PlatformDataKey,
  PlatformKeys,
  Rewrap,
  RingReports,
  RootKeyCeremony,
  RootKeys,
  RootRing,
} from '..';

let world: World;
let acme: TestOrganisation;
let owner: Person;
let credential: string;
beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  owner = await world.person({ roles: [[acme, 'owner']] });
  const fields = { username: 'root', password: 'ring-secret-1' };
  const made = await owner.post('/credentials', { organisationId: acme.id, name: 'Firewall', fields });
  credential = String(made.body.id);
  await world.inside(() => world.app.get(PlatformDataKey).of('user-totp'));
});
afterAll(() => world.close());

const ceremony = () => world.app.get(RootKeyCeremony);
const keyring = () => world.app.get(PlatformKeys).keyring;
const path = () => join(world.settings.SECRETS_DIR, 'keyring.json');
const reveal = async () =>
  (await owner.post(`/credentials/${credential}/fields/password/reveal`)).body.value as string | undefined;
/** Work of an operator: in a context, without a transaction around it. */
const operate = <T>(work: () => Promise<T>): Promise<T> => world.inside(() => world.app.get(UnitOfWork).outside(work));
const states = async () =>
  (await world.sql<{ version: number; state: string }>('SELECT version, state FROM root_key ORDER BY version')).map(
    ({ version, state }) => `${version} ${state}`,
  );
const underRoots = async () => {
  const wraps = await world.sql<{ wrapped: Buffer }>(
    'SELECT wrapped FROM organisation_key UNION ALL SELECT wrapped FROM platform_key',
  );
  return [...new Set(wraps.map(({ wrapped }) => wrappedUnder(wrapped)))].sort();
};
const aNode = (name: string, rootKeys: object[]) =>
  world.sql(
    `INSERT INTO node_status (id, name, role, started_at, seen_at, root_keys, key_epoch)
     VALUES (UUID(), ?, 'api', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, 0)`,
    [name, JSON.stringify(rootKeys)],
  );

describe('the root keys of an installation', () => {
  it('are taken into its books at the first start: number and check value, never the key', async () => {
    expect(await states()).toEqual(['1 active']);
    const [event] = await world.events({ action: 'root_key.registered' });
    expect(event).toMatchObject({ category: 'security', actor_type: 'system', details: { version: 1 } });
    const { keys } = JSON.parse(readFileSync(path(), 'utf8')) as { keys: { key: string }[] };
    expect(JSON.stringify(await world.sql('SELECT * FROM root_key'))).not.toContain(keys[0]?.key);
  });

  it('stay as they are when a key is staged: it opens nothing, wraps nothing and does not become active by itself', async () => {
    expect(await operate(() => ceremony().stage())).toMatchObject({ version: 2, state: 'staged' });
    expect(await states()).toEqual(['1 active', '2 staged']);
    await expect(operate(() => ceremony().stage())).rejects.toMatchObject({ code: 'root_key.staged' });
    // Even a file that claims it is active, copied over and read again, changes nothing.
    const claimed = alignKeyring(
      readFileSync(path(), 'utf8'),
      new Map([
        [1, 'decrypt-only'],
        [2, 'active'],
      ]),
    );
    writeFileSync(path(), claimed, { mode: 0o600 });
    await world.inside(() => world.app.get(KeyWatch).look());
    expect([keyring().active.version, keyring().find(2), keyring().holds(2)]).toEqual([1, undefined, true]);
  });

  it('do not change while a running process lacks the staged key, or has another one; it is named (V18)', async () => {
    await aNode('lazy api 7', keyring().versions.slice(0, 1));
    await expect(operate(() => ceremony().activate())).rejects.toMatchObject({
      code: 'root_key.not_everywhere',
      message: expect.stringContaining('lazy api 7'),
    });
    await world.sql('UPDATE node_status SET root_keys = ?', [
      JSON.stringify([{ version: 2, state: 'staged', check: '0123456789abcdef' }]),
    ]);
    await expect(operate(() => ceremony().activate())).rejects.toMatchObject({
      facts: { params: { nodes: 'lazy api 7' } },
    });
    expect(await states()).toEqual(['1 active', '2 staged']);
    const { keys } = await operate(() => world.app.get(RingReports).read());
    expect(keys.map(({ missingAt }) => missingAt)).toEqual([['lazy api 7'], ['lazy api 7']]);
  });

  it('change once everybody holds it; what was sealed opens, and new keys are wrapped under the new one', async () => {
    await world.sql('DELETE FROM node_status');
    await operate(() => ceremony().activate());
    expect(await states()).toEqual(['1 decrypt-only', '2 active']);
    expect(parseKeyring(readFileSync(path(), 'utf8')).active.version).toBe(2);
    expect(await reveal()).toBe('ring-secret-1');
    const fresh = await world.organisation('Fresh');
    const keeper = await world.person({ roles: [[fresh, 'owner']] });
    await keeper.post('/credentials', { organisationId: fresh.id, name: 'n', fields: { password: 'x' } });
    const [{ wrapped }] = (await world.sql<{ wrapped: Buffer }>(
      "SELECT wrapped FROM organisation_key WHERE organisation_id = ? AND purpose = 'vault'",
      [fresh.id],
    )) as [{ wrapped: Buffer }];
    expect(wrappedUnder(wrapped)).toBe(2);
    await expect(operate(() => ceremony().activate())).rejects.toMatchObject({ code: 'root_key.none_staged' });
  });

  it('keep the predecessor until nothing needs it, and then only its number', async () => {
    const rewrap = world.app.get(Rewrap);
    await expect(operate(() => rewrap.retire())).rejects.toMatchObject({ code: 'root_key.in_use' });
    const [before] = await world.sql<{ wrapped: Buffer; id: string }>(
      "SELECT id, wrapped FROM organisation_key WHERE organisation_id = ? AND purpose = 'vault'",
      [acme.id],
    );
    expect((await operate(() => rewrap.run())).dead).toEqual([]);
    expect(await underRoots()).toEqual([2]);
    const [after] = await world.sql<{ wrapped: Buffer }>('SELECT wrapped FROM organisation_key WHERE id = ?', [
      before?.id,
    ]);
    const slot = { organisation: acme.id, purpose: 'vault' as const, version: 1 };
    const [old, now] = [before, after].map((row) => unwrapKey(keyring(), slot, row!.wrapped));
    expect(now?.key.equals(old!.key)).toBe(true);
    expect((await operate(() => rewrap.run())).done).toBe(0);
    expect(await operate(() => rewrap.retire())).toBe(1);
    expect(await states()).toEqual(['1 retired', '2 active']);
    expect(parseKeyring(readFileSync(path(), 'utf8')).holds(1)).toBe(false);
    expect(keyring().find(1)).toBeUndefined();
    expect(await reveal()).toBe('ring-secret-1');
    expect(
      (await world.events()).map(({ action }) => action).filter((action) => String(action).startsWith('root_key.')),
    ).toEqual([
      'root_key.registered',
      'root_key.staged',
      'root_key.activated',
      'root_key.rewrapped',
      'root_key.retired',
    ]);
  });

  it('take back a staged key nobody wants any more', async () => {
    await operate(() => ceremony().stage());
    expect(await operate(() => world.app.get(Rewrap).retire(3))).toBe(3);
    expect(await states()).toEqual(['1 retired', '2 active', '3 retired']);
    expect(await operate(() => ceremony().stage())).toMatchObject({ version: 4 });
  });
});

describe('a process that slept through an activation', () => {
  it('cannot wrap under the key before: it learns of the new one first', async () => {
    const keys = world.app.get(PlatformKeys);
    const asleep = new Map([
      [2, 'active' as const],
      [4, 'staged' as const],
    ]);
    await operate(() => ceremony().activate());
    keys.rule(asleep);
    const roots = world.app.get(RootKeys);
    const slot = { organisation: acme.id, purpose: 'vault' as const, version: 9 };
    const wrapped = await world.inside(async () => {
      await roots.holdActive();
      return roots.wrap(slot, createDataKey(9));
    });
    expect(wrappedUnder(wrapped)).toBe(4);
    keys.rule(asleep);
    expect((await world.inside(() => roots.unwrap(slot, wrapped))).version).toBe(9);
  });

  it('makes the activation wait for what it is wrapping', async () => {
    await operate(() => world.app.get(Rewrap).run());
    await operate(() => world.app.get(Rewrap).retire());
    await operate(() => ceremony().stage());
    const order: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let holding = (): void => undefined;
    const locked = new Promise<void>((resolve) => (holding = resolve));
    const wrapping = world.inside(async () => {
      await world.app.get(RootKeys).holdActive();
      holding();
      await held;
      order.push('wrapped');
    });
    await locked;
    const activation = operate(() => ceremony().activate()).then(() => order.push('activated'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    await Promise.all([wrapping, activation]);
    expect(order).toEqual(['wrapped', 'activated']);
  });
});

describe('the presence of a process', () => {
  it('says who runs and what they hold, and takes itself off the list at the end', async () => {
    const presence = world.app.get(Presence);
    await presence.start('worker');
    const { nodes } = await operate(() => world.app.get(RingReports).read());
    expect(nodes).toEqual([
      expect.objectContaining({ role: 'worker', sealedBecause: null, name: expect.stringContaining('worker') }),
    ]);
    expect(nodes[0]?.rootKeys).toContainEqual(expect.objectContaining({ version: 5, state: 'active' }));
    await presence.stop();
    expect(await world.sql('SELECT id FROM node_status')).toEqual([]);
  });

  it('keeps the keys a process has when its keyring turns bad, and says so to nobody but the log', async () => {
    const good = readFileSync(path(), 'utf8');
    writeFileSync(path(), createKeyring(), { mode: 0o600 });
    await world.inside(() => world.app.get(KeyWatch).look());
    expect([keyring().active.version, world.app.get(PlatformKeys).sealedBecause]).toEqual([5, null]);
    writeFileSync(path(), good, { mode: 0o600 });
    await world.inside(() => world.app.get(KeyWatch).look());
    expect(await reveal()).toBe('ring-secret-1');
  });
});

describe('a keyring of another installation', () => {
  it('closes the house at its start, whether or not anything is sealed yet (V14)', async () => {
    writeFileSync(path(), createKeyring(), { mode: 0o600 });
    const foreign = await PlatformKeys.open(world.settings);
    const parts = [
      foreign,
      ...['context', 'work', 'sql', 'recorder'].map((name) => (world.app.get(RootRing) as never)[name]),
    ];
    await Reflect.construct(RootRing, parts).open();
    expect(foreign.sealedBecause).toMatch(/^Key 1 of the root keyring is not the one this database knows/);
  });
});
