import { execFileSync } from 'node:child_process';
import {
  readdirSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { AccountDatabase, Lease } from '../../platform/database';
import { aFolder, aPair, anInstallation, aside, decided, filesBelow, type Pair } from './backup.fixture';
import { TargetBook } from './books/target-book.service';
import { BackupBook, BackupPruner, Backups, Recipients } from '.';

let world: World;
let owner: Person;
let acme: TestOrganisation;
let data: Pair;
let keys: Pair;
let name: string;
const folder = aFolder();
const place = { data: join(folder.path, 'data'), keys: join(folder.path, 'keys') };
const whole = join(folder.path, 'whole');

beforeAll(async () => {
  world = await aWorld({ BACKUP_TARGET: place.data, BACKUP_SAFE_TARGET: place.keys });
  ({ owner, acme, data, keys } = await anInstallation(world));
  await expect(aside(world, () => world.app.get(Backups).create())).resolves.toMatchObject({
    proof: { problems: [], organisations: 2 },
  });
  name = (await world.app.get(BackupBook).recent())[0]?.name ?? '';
  cpSync(place.data, whole, { recursive: true });
});
afterAll(async () => {
  await world.close();
  folder.done();
});

const verify = (pairs: { data: Pair; keys?: Pair }) =>
  aside(world, () =>
    world.app.get(Backups).verify(name, { data: [pairs.data.identity], keys: pairs.keys && [pairs.keys.identity] }),
  );
const database = () => join(place.data, name, 'database.sql.zst.age');

describe('a backup', () => {
  it('was proved when it was made: rows, canaries of every client, sealed values, the log up to its checkpoint', async () => {
    const [run] = await world.app.get(BackupBook).recent();
    expect(run).toMatchObject({ name, state: 'verified', problem: null });
    expect(run?.bytes).toBeGreaterThan(10_000);
    const [event] = await world.events({ action: 'backup.verified' });
    expect(event).toMatchObject({ outcome: 'success', details: { name, organisations: 2, problems: [] } });
    const { keys: proved, fields, events, rows } = event?.['details'] as Record<string, number>;
    expect([proved, fields, events, rows].map((count) => (count ?? 0) > 3)).toEqual([true, true, true, true]);
  });

  it('is proved again with the keys of its recipients, with the copy of the keys or with those that are here', async () => {
    expect((await verify({ data })).proof.problems).toEqual([]);
    expect((await verify({ data, keys })).proof.problems).toEqual([]);
  });

  it('V26 holds nothing anybody can read, and its data holds no key even for who opens it', async () => {
    for (const [path, bytes] of Object.entries({ ...filesBelow(place.data), ...filesBelow(place.keys) }))
      expect([path, /hunter2|Firewall|Acme|person1@/.test(bytes.toString('latin1'))]).toEqual([path, false]);
    const sql = opened(data);
    expect(sql).toContain('Firewall 1');
    expect(sql).not.toContain('hunter2');
    expect(sql).not.toMatch(/INSERT INTO `(?:organisation|platform)_key`/);
    expect(sql).toContain('CREATE TABLE `organisation_key`');
  });

  it('V26 cannot be opened by the server a day later: no secret of it fits', async () => {
    const stranger = await aPair();
    await expect(verify({ data: stranger })).rejects.toThrow(`This key does not open ${name}. It was locked for: age1`);
    await expect(verify({ data: keys })).rejects.toThrow('This key does not open');
    await expect(verify({ data, keys: data })).rejects.toThrow('This key does not open');
    const secrets = Object.values(filesBelow(world.settings.SECRETS_DIR)).map(String).join('\n');
    expect(secrets).not.toContain('AGE-SECRET-KEY');
  });

  it('is opened by age, zstd and mariadb alone: row by row what was there', async () => {
    const scratch = `${world.database.name}_verify`;
    const { socket, rootPassword } = inject('testServer');
    await world.sql(`CREATE DATABASE \`${scratch}\``);
    try {
      const client = ['--socket', socket, '--user', 'root', '--default-character-set=utf8mb4', scratch];
      execFileSync('mariadb', client, { input: opened(data), env: { ...process.env, MYSQL_PWD: rootPassword } });
      const same = [
        'organisation',
        'credential',
        'credential_field',
        'event_seal',
        'membership',
        'session',
        'root_key',
      ];
      const sums = async (schema: string): Promise<unknown[]> => {
        const rows = await world.sql(`CHECKSUM TABLE ${same.map((one) => `\`${schema}\`.\`${one}\``).join(', ')}`);
        return rows.map((row) => row['Checksum']);
      };
      expect(await sums(scratch)).toEqual(await sums(world.database.name));
    } finally {
      await world.sql(`DROP DATABASE \`${scratch}\``);
    }
  });

  it('leaves no scratch schema behind', async () => {
    expect(await world.sql('SHOW DATABASES LIKE ?', [`${world.database.name}\\_verify`])).toEqual([]);
  });
});

describe('a backup somebody or something has damaged is refused in plain words', () => {
  const damaged = async (act: () => void): Promise<void> => {
    act();
    await verify({ data });
  };
  const restored = (): void => {
    rmSync(place.data, { recursive: true, force: true });
    cpSync(whole, place.data, { recursive: true });
  };

  it.each([
    ['a flipped byte', () => flip(database(), 5_000), 'database.sql.zst.age of .* is damaged'],
    ['a flipped byte at the end', () => flip(database(), -3), 'is damaged'],
    ['a file cut short', () => truncateSync(database(), 9_000), 'cut short or grew: 9000 of'],
    ['a file that is gone', () => rmSync(database()), 'database.sql.zst.age of .* is missing'],
    [
      'a changed manifest',
      () => swapText('manifest.txt', '"product"', '"Product"'),
      'was not signed by this installation, or was changed',
    ],
    [
      'a manifest without a signature',
      () => swapText('manifest.txt', /\n\n[^]*$/, '\n'),
      'was not signed by this installation',
    ],
    ['another backup under its name', () => swapText('manifest.txt', name, `${name.slice(0, -4)}ffff`), 'not signed'],
    [
      'no manifest: it was never finished',
      () => rmSync(join(place.data, name, 'manifest.txt')),
      `There is no backup ${''}`,
    ],
  ])('%s', async (_what, act, words) => {
    try {
      await expect(damaged(act)).rejects.toThrow(new RegExp(words));
    } finally {
      restored();
    }
  });

  it('names what a whole but wrong backup would not bring back', async () => {
    await world.sql("UPDATE organisation_key SET wrapped = REVERSE(wrapped) WHERE purpose = 'vault' LIMIT 1");
    const { proof } = await verify({ data });
    await world.sql(
      "UPDATE organisation_key SET wrapped = REVERSE(wrapped) WHERE purpose = 'vault' ORDER BY id LIMIT 1",
    );
    expect(proof.problems.join(' ')).toMatch(/The vault key 1 of .* does not open/);
    expect(await world.events({ action: 'backup.verified' })).toContainEqual(
      expect.objectContaining({ outcome: 'failure' }),
    );
    expect((await verify({ data })).proof.problems).toEqual([]);
  });
});

describe('making a backup', () => {
  it('needs somebody for each half, and nobody for both', async () => {
    const recipients = world.app.get(Recipients);
    const add = (recipient: string) =>
      decided(world, () => recipients.add({ kind: 'keys', name: 'Somebody', recipient }));
    await expect(add(data.recipient)).rejects.toThrow("Nobody's key opens both");
    await expect(add(data.identity)).rejects.toMatchObject({
      facts: { errors: [{ pointer: '/recipient', code: 'secret' }] },
    });
    await expect(add('age1qqqq')).rejects.toMatchObject({ facts: { errors: [{ pointer: '/recipient' }] } });
    const mistyped = data.recipient.endsWith('q') ? 'p' : 'q';
    await expect(add(`${data.recipient.slice(0, -1)}${mistyped}`)).rejects.toMatchObject({
      facts: { errors: [{ code: 'format' }] },
    });
    const [olga] = await decided(world, () => recipients.list());
    await decided(world, () => recipients.remove(olga?.id ?? ''));
    await expect(aside(world, () => world.app.get(Backups).create())).rejects.toThrow(
      'Nobody could open a copy of the data. Name who may: st0r backup recipients add data',
    );
    expect((await world.app.get(BackupBook).recent())[0]).toMatchObject({ state: 'failed' });
    expect(Object.keys(filesBelow(place.data)).every((path) => path.startsWith(name))).toBe(true);
    await decided(world, () => recipients.add({ kind: 'data', name: 'Olga', recipient: data.recipient }));
    const actions = (await world.events()).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['backup.recipient_removed', 'backup.recipient_added', 'backup.failed']),
    );
  });

  it('says what is wrong with the place, and leaves nothing half written', async () => {
    renameSync(place.data, `${place.data}-away`);
    writeFileSync(place.data, 'not a folder');
    await expect(aside(world, () => world.app.get(Backups).create())).rejects.toThrow(
      `The folder of the backups is not a folder: ${place.data}`,
    );
    rmSync(place.data);
    renameSync(`${place.data}-away`, place.data);
    const [failed] = await world.app.get(BackupBook).recent();
    expect(failed).toMatchObject({
      state: 'failed',
      problem: `The folder of the backups is not a folder: ${place.data}`,
    });
    expect(existsSync(join(place.keys, failed?.name ?? '', 'manifest.txt'))).toBe(true);
    expect(existsSync(join(place.data, failed?.name ?? ''))).toBe(false);
  });

  it('is done while people write, as of one moment', async () => {
    const writing = Array.from({ length: 12 }, (_, at) =>
      owner.post('/contacts', { organisationId: acme.id, name: `Nobody ${at}` }),
    );
    const made = aside(world, () => world.app.get(Backups).create());
    await Promise.all(writing);
    expect((await made).proof?.problems).toEqual([]);
  });

  it('is made by one at a time', async () => {
    const two = [1, 2].map(() => aside(world, () => world.app.get(Backups).create()));
    const ends = await Promise.allSettled(two);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = ends.find((end) => end.status === 'rejected');
    expect((refused?.reason as Error).message).toContain('is being made already');
  });

  it('does not count where another machine has begun one meanwhile', async () => {
    const making = aside(world, () => world.app.get(Backups).create({ verify: false })).then(
      () => 'made',
      (error: Error) => error.message,
    );
    const held = "UPDATE lease SET held_until = '2000-01-01' WHERE name = 'backup' AND held_until > UTC_TIMESTAMP(6)";
    await expect
      .poll(async () => (await world.sql(held)) as unknown, { interval: 5 })
      .toMatchObject({ affectedRows: 1 });
    const there = await AccountDatabase.open(world.settings, 'application');
    const theirs = await Lease.take(there, 'backup');
    expect(theirs).toBeDefined();
    expect(await making).toContain('another one has begun a backup meanwhile');
    const [run] = await world.app.get(BackupBook).recent();
    expect(run).toMatchObject({ state: 'failed', problem: expect.stringContaining('does not count') as string });
    // Theirs is untouched by whoever thought that it had it.
    await theirs?.confirm(there);
    await theirs?.end();
    await there.close();
  });

  it('that was proved is never forgotten for one of the same day that was not', async () => {
    const [proved, unproved] = ['20240301T024000Z-00aa', '20240301T120000Z-00aa'];
    for (const name of [proved, unproved]) cpSync(newest(place.data), join(place.data, name), { recursive: true });
    await world.sql(
      `INSERT INTO backup_run (id, name, state, place, started_at, made_at, verified_at)
       VALUES (UUID(), ?, 'verified', ?, '2024-03-01', '2024-03-01', '2024-03-01')`,
      [proved, place.data],
    );
    const { data } = await aside(world, () => world.app.get(BackupPruner).surplus());
    expect(data).not.toContain(proved);
    for (const name of [proved, unproved]) rmSync(join(place.data, name), { recursive: true });
    await world.sql('DELETE FROM backup_run WHERE name = ?', [proved]);
  });

  it('that is gone or hollow is a problem of its place, and an event', async () => {
    const targets = world.app.get(TargetBook);
    const look = async () => (await aside(world, () => targets.keep())).find(({ half }) => half === 'data')?.problem;
    expect(await look()).toBeNull();
    const folder = newest(place.data);
    const file = readdirSync(folder).find((name) => name.endsWith('.age')) ?? '';
    renameSync(join(folder, file), join(folder, 'away'));
    expect(await look()).toContain(`${file} of`);
    renameSync(join(folder, 'away'), join(folder, file));
    renameSync(place.data, `${place.data}.away`);
    expect(await look()).toContain('which was proved and which nobody removed here, is gone from');
    renameSync(`${place.data}.away`, place.data);
    expect(await look()).toBeNull();
    expect(await world.events({ action: 'backup.target_lost' })).not.toEqual([]);
  });

  it('removes what the rules no longer keep, copies of keys after 35 days, and folders nobody finished', async () => {
    for (const old of ['20240101T020000Z-00aa', '20240102T020000Z-00aa'])
      for (const at of [place.data, place.keys]) cpSync(newest(at), join(at, old), { recursive: true });
    for (const at of [place.data, place.keys]) rmSync(join(at, '20240102T020000Z-00aa', 'manifest.txt'));
    writeFileSync(join(place.data, 'notes.txt'), 'mine');
    const pruner = world.app.get(BackupPruner);
    const due = await aside(world, () => pruner.surplus());
    expect(due.keys).toEqual(['20240101T020000Z-00aa', '20240102T020000Z-00aa']);
    expect(due.data).toContain('20240102T020000Z-00aa');
    await aside(world, () => pruner.prune());
    expect(existsSync(join(place.keys, '20240101T020000Z-00aa'))).toBe(false);
    expect(existsSync(join(place.data, 'notes.txt'))).toBe(true);
    const pruned = (await world.events({ action: 'backup.pruned' })).slice(-2);
    expect(pruned.map(({ details }) => details)).toMatchObject([{ kind: 'data' }, { kind: 'keys', removed: 2 }]);
    expect(await aside(world, () => pruner.surplus())).toEqual({ data: [], keys: [] });
  });
});

const newest = (at: string): string =>
  join(
    at,
    readdirSync(at)
      .filter((one) => /-[0-9a-f]{4}$/.test(one))
      .sort()
      .at(-1) ?? '',
  );

/** What stock programs make of the locked database. */
function opened(pair: Pair): string {
  const key = join(folder.path, 'identity.txt');
  writeFileSync(key, `${pair.identity}\n`, { mode: 0o600 });
  const compressed = execFileSync('age', ['-d', '-i', key, database()], { maxBuffer: 2 ** 28 });
  return execFileSync('zstd', ['-d', '-c'], { input: compressed, maxBuffer: 2 ** 28 }).toString('utf8');
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function swapText(file: string, from: string | RegExp, to: string): void {
  const path = join(place.data, name, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
