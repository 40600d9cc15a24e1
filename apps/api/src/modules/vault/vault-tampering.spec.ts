import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { Log } from '../../platform/http';
import { PlatformKeys } from '../../platform/keys';
import { VaultVerifier, type VaultFinding } from '.';
import { CanaryCheck } from './keys/canary-check.service';
import { VaultKeys } from './keys/vault-keys.service';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let owner: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  other = await world.organisation('Other');
  owner = await anOwner();
});
afterAll(() => world.close());

const anOwner = () =>
  world.person({
    roles: [
      [acme, 'owner'],
      [other, 'owner'],
    ],
  });

const aCredential = async (fields: object, more: object = {}) => {
  const answer = await owner.post('/credentials', {
    organisationId: acme.id,
    name: 'Server',
    type: 'server',
    fields,
    ...more,
  });
  expect(answer.status, answer.text).toBe(201);
  return (answer.body as { id: string }).id;
};
const reveal = async (id: string, field = 'password') =>
  (await anOwner()).post(`/credentials/${id}/fields/${field}/reveal`);
const verify = () => world.app.get(VaultVerifier).verify();
const blobOf = async (id: string, field = 'password') => {
  const [row] = await world.sql<{ blob: Buffer }>(
    'SELECT `blob` FROM credential_field WHERE credential_id = ? AND field = ?',
    [id, field],
  );
  return row?.blob as Buffer;
};
const put = (id: string, field: string, blob: Buffer) =>
  world.sql('UPDATE credential_field SET `blob` = ? WHERE credential_id = ? AND field = ?', [blob, id, field]);

async function expectRefused(id: string, field: string, organisationId: string): Promise<VaultFinding> {
  const answer = await reveal(id, field);
  expect(answer).toMatchObject({ status: 503, body: { code: 'vault.unreadable' } });
  const found = (await verify()).findings.filter((finding) => finding.credentialId === id);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ organisationId, table: 'credential_field', field });
  return found[0] as VaultFinding;
}

describe('a sealed value that was moved by somebody with the database', () => {
  it('does not open in another record, and verification names the row (V06)', async () => {
    const [one, two] = [await aCredential({ password: 'first-aa-1' }), await aCredential({ password: 'second-bb-2' })];
    const before = await blobOf(two);
    await put(two, 'password', await blobOf(one));
    await expectRefused(two, 'password', acme.id);
    await put(two, 'password', before);
    expect((await reveal(two)).body.value).toBe('second-bb-2');
  });

  it('does not open in another field of the same record (V07)', async () => {
    const id = await aCredential({ password: 'field-pass-3', notes: 'field-note-3' });
    const before = await blobOf(id, 'notes');
    await put(id, 'notes', await blobOf(id, 'password'));
    await expectRefused(id, 'notes', acme.id);
    await put(id, 'notes', before);
  });

  it('does not open in another organisation, with or without its key (V08)', async () => {
    const mine = await aCredential({ password: 'mine-cc-4' });
    const theirs = await aCredential({ password: 'theirs-dd-5' }, { organisationId: other.id });
    const before = await blobOf(theirs);
    await put(theirs, 'password', await blobOf(mine));
    await expectRefused(theirs, 'password', other.id);
    const key = await keyOf(other, 'vault');
    await world.sql("UPDATE organisation_key SET wrapped = ? WHERE organisation_id = ? AND purpose = 'vault'", [
      await keyOf(acme, 'vault'),
      other.id,
    ]);
    world.app.get(VaultKeys).cache.clear();
    expect((await reveal(theirs)).body.code).toBe('vault.unreadable');
    expect((await verify()).silentKeys).toMatchObject([{ organisationId: other.id, purpose: 'vault' }]);
    await world.sql("UPDATE organisation_key SET wrapped = ? WHERE organisation_id = ? AND purpose = 'vault'", [
      key,
      other.id,
    ]);
    await put(theirs, 'password', before);
    world.app.get(VaultKeys).cache.clear();
    expect((await reveal(theirs)).body.value).toBe('theirs-dd-5');
  });

  it('does not open under a key of another purpose (V09)', async () => {
    const id = await aCredential({ password: 'purpose-ee-6' });
    const key = await keyOf(acme, 'vault');
    await world.sql("UPDATE organisation_key SET wrapped = ? WHERE organisation_id = ? AND purpose = 'vault'", [
      await keyOf(acme, 'idx'),
      acme.id,
    ]);
    world.app.get(VaultKeys).cache.clear();
    expect((await reveal(id)).body.code).toBe('vault.unreadable');
    await world.sql("UPDATE organisation_key SET wrapped = ? WHERE organisation_id = ? AND purpose = 'vault'", [
      key,
      acme.id,
    ]);
    world.app.get(VaultKeys).cache.clear();
    expect((await reveal(id)).body.value).toBe('purpose-ee-6');
  });

  it('does not open as the value it was before; put back with its revision, the log betrays it (V10)', async () => {
    const id = await aCredential({ password: 'older-ff-7' });
    const old = await blobOf(id);
    const changed = await owner.patch(`/credentials/${id}`, { fields: { password: 'newer-gg-8' } });
    expect(changed.status, changed.text).toBe(200);
    const present = await blobOf(id);
    await put(id, 'password', old);
    await expectRefused(id, 'password', acme.id);
    await world.sql('UPDATE credential_field SET revision = 1 WHERE credential_id = ?', [id]);
    const [found] = (await verify()).findings.filter((finding) => finding.credentialId === id);
    expect(found).toMatchObject({ field: 'password', reason: 'revision 1, the log says 2' });
    await world.sql('UPDATE credential_field SET revision = 2 WHERE credential_id = ?', [id]);
    await put(id, 'password', present);
    expect((await verify()).findings).toEqual([]);
  });

  it('shows as unreadable in lists, while the other records stay usable', async () => {
    const id = await aCredential({ username: 'tampered-user', password: 'x-hh-9' }, { name: 'Tampered' });
    const before = await blobOf(id, 'username');
    await put(id, 'username', randomBytes(before.length));
    const { status, body } = await owner.get(`/credentials?org=${acme.slug}&name=Tampered`);
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ unreadable: ['username'], fields: {} });
    await put(id, 'username', before);
  });
});

const keyOf = async (organisation: TestOrganisation, purpose: string): Promise<Buffer> => {
  const [row] = await world.sql<{ wrapped: Buffer }>(
    'SELECT wrapped FROM organisation_key WHERE organisation_id = ? AND purpose = ?',
    [organisation.id, purpose],
  );
  return row?.wrapped as Buffer;
};

describe('keys of an organisation', () => {
  it('are made once when many first credentials arrive together', async () => {
    const fresh = await world.organisation('Fresh');
    const people: Person[] = [];
    while (people.length < 8) people.push(await world.person({ roles: [[fresh, 'owner']] }));
    const made = await Promise.all(
      people.map((person, at) =>
        person.post('/credentials', {
          organisationId: fresh.id,
          name: `c${at}`,
          fields: { password: `parallel-${at}-pw` },
        }),
      ),
    );
    expect(made.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 201));
    const keys = await world.sql('SELECT purpose FROM organisation_key WHERE organisation_id = ? ORDER BY purpose', [
      fresh.id,
    ]);
    expect(keys).toEqual([{ purpose: 'idx' }, { purpose: 'vault' }]);
    world.app.get(VaultKeys).cache.clear();
    for (const [at, person] of people.entries()) {
      const answer = await person.post(`/credentials/${made[at]?.body.id}/fields/password/reveal`);
      expect(answer.body.value).toBe(`parallel-${at}-pw`);
    }
  });

  it('are not kept when the write that made them fails', async () => {
    const failing = await world.organisation('Failing');
    const keeper = await world.person({ roles: [[failing, 'owner']] });
    const input = { organisationId: failing.id, name: 'x', fields: { password: 'rolled-back-1' } };
    const missing = [{ type: 'site', id: '01890000-0000-7000-8000-000000000000' }];
    expect((await keeper.post('/credentials', { ...input, links: missing })).status).toBe(404);
    expect(await keyOf(failing, 'vault')).toBeUndefined();
    const made = await keeper.post('/credentials', input);
    expect((await keeper.post(`/credentials/${made.body.id}/fields/password/reveal`)).body.value).toBe('rolled-back-1');
  });

  it('seal the house when they do not open at start, and nothing falls back (V14)', async () => {
    const lost = await world.organisation('Lost');
    const keeper = await world.person({ roles: [[lost, 'owner']] });
    await keeper.post('/credentials', { organisationId: lost.id, name: 'x', fields: { password: 'lost-key-1' } });
    const wrapped = await keyOf(lost, 'vault');
    await world.sql(
      "UPDATE organisation_key SET wrapped = CONCAT(LEFT(wrapped, 40), REVERSE(SUBSTR(wrapped, 41))) WHERE organisation_id = ? AND purpose = 'vault'",
      [lost.id],
    );
    const keys = world.app.get(PlatformKeys);
    await world.app.get(CanaryCheck).onApplicationBootstrap();
    expect(keys.sealedBecause).toContain('keyring');
    for (const answer of [
      await keeper.get('/credentials'),
      await keeper.post('/credentials', {}),
      await keeper.graphql('{ credentials { nodes { id } } }'),
    ])
      expect(answer).toMatchObject({ status: 503, body: { code: 'platform.sealed' } });
    expect((await keeper.get('/health/ready')).body.checks.keys).toContain('keyring');
    keys.seal(null as never);
    await world.sql("UPDATE organisation_key SET wrapped = ? WHERE organisation_id = ? AND purpose = 'vault'", [
      wrapped,
      lost.id,
    ]);
    await world.app.get(CanaryCheck).onApplicationBootstrap();
    expect(keys.sealedBecause).toBeNull();
  });
});

describe('a keyring that lacks one old root key', () => {
  it('closes only the organisations that need it, and says which (V15)', async () => {
    const old = await world.organisation('Old root');
    const keeper = await world.person({ roles: [[old, 'owner']] });
    const made = await keeper.post('/credentials', {
      organisationId: old.id,
      name: 'x',
      fields: { password: 'old-root-1' },
    });
    // Bytes 2 to 5 of a wrapped key name the root key it needs; the ring has no ninth.
    await world.sql(
      "UPDATE organisation_key SET wrapped = INSERT(wrapped, 3, 4, x'00000009') WHERE organisation_id = ?",
      [old.id],
    );
    world.app.get(VaultKeys).cache.clear();
    await world.app.get(CanaryCheck).onApplicationBootstrap();
    expect(world.app.get(PlatformKeys).sealedBecause).toBeNull();
    expect((await keeper.post(`/credentials/${made.body.id}/fields/password/reveal`)).body.code).toBe(
      'vault.unreadable',
    );
    const id = await aCredential({ password: 'still-open-2' });
    expect((await reveal(id)).body.value).toBe('still-open-2');
    const report = await verify();
    expect(report.ok).toBe(false);
    expect(report.silentKeys.map((one) => [one.organisationId, one.purpose, one.reason]).sort()).toEqual([
      [old.id, 'idx', 'root-key'],
      [old.id, 'vault', 'root-key'],
    ]);
  });
});

describe('the log', () => {
  it('names a value that does not open by place and class, and never holds what people send or see (V22)', async () => {
    const log = world.app.get(Log);
    const spies = (['log', 'warn', 'error', 'request'] as const).map((method) => vi.spyOn(log, method));
    const id = await aCredential({ password: 'logged-secret-1', username: 'logged-user-1' });
    await reveal(id);
    await owner.post('/vault/strength', { password: 'logged-secret-1' });
    await owner.post('/credentials', { organisationId: acme.id, name: 'x', fields: { pasword: 'logged-secret-1' } });
    await put(id, 'password', randomBytes(116));
    await reveal(id);
    const lines = JSON.stringify(spies.map((spy) => spy.mock.calls));
    spies.forEach((spy) => spy.mockRestore());
    expect(lines).toContain(`credential ${id} password r1: format`);
    expect(lines).not.toMatch(/logged-secret|logged-user/);
  });
});

describe('a dump of the whole database', () => {
  it('holds none of fifty secrets, in clear, base64 or hex, and events hold none either (V21, V22)', async () => {
    const secrets = Array.from({ length: 50 }, (_, at) => `seeded-${at}-${randomBytes(9).toString('hex')}`);
    for (const [at, secret] of secrets.entries()) {
      const field = ['password', 'notes', 'backupCodes', 'username', 'url'][at % 5] as string;
      const headers = { 'idempotency-key': `seeding-number-${at}` };
      const answer = await owner.post(
        '/credentials',
        { organisationId: acme.id, name: `n${at}`, fields: { [field]: secret } },
        headers,
      );
      expect(answer.status).toBe(201);
    }
    const dump = await dumpOf(world);
    expect(dump.length).toBeGreaterThan(10_000);
    const found = secrets.flatMap((secret) =>
      (['utf8', 'base64', 'hex'] as const)
        .map((encoding) => Buffer.from(secret).toString(encoding).replace(/=+$/, ''))
        .filter((text) => dump.includes(text) || dump.includes(Buffer.from(text).toString('hex'))),
    );
    expect(found).toEqual([]);
  });

  it('does not tell passwords of 1 to 31 characters apart by length (V13)', async () => {
    const ids = [];
    for (const length of [1, 8, 20, 31]) ids.push(await aCredential({ password: 'q'.repeat(length) }));
    const lengths = await Promise.all(ids.map(async (id) => (await blobOf(id)).length));
    expect(new Set(lengths).size).toBe(1);
  });
});

/** Every value of every table as text, binary columns in hex. */
async function dumpOf({ sql, database }: World): Promise<string> {
  const tables = await sql<{ name: string }>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
    [database.name],
  );
  const parts = await Promise.all(tables.map(({ name }) => sql(`SELECT * FROM \`${name}\``)));
  return JSON.stringify(parts, (_key, value: unknown) => {
    const bytes = value as { type?: string; data?: number[] } | null;
    return bytes?.type === 'Buffer' && bytes.data
      ? `${Buffer.from(bytes.data).toString('hex')} ${Buffer.from(bytes.data).toString('latin1')}`
      : value;
  });
}
