import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signCheckpoint, signingKeyPair, verifierKey } from '@st0r/crypto';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../../../deploy/test/page.mjs';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { BucketServer } from '../../../../tools/s3/bucket-server.mjs';
import { startSshd, type Sshd } from '../../../../tools/ssh/sshd.mjs';
import { migrate } from '../../src/migrate';
import { Restore } from '../../src/modules/backup';
import { readSettings } from '../../src/platform/config';
import { rowsOf, untilSealed } from './damage';
import { Desk } from './desk';
import { Visitor } from './visitor';

/** What an audit log calls itself in its checkpoints. */
const LOG = 'clientst0r.audit';
const STEP_MS = 30_000;
const PATIENCE_MS = 120_000;

/** As root, on one connection. */
async function asRoot({ database: { socket, rootPassword } }: Stack, statements: readonly string[]): Promise<void> {
  const connection = await createConnection({
    socketPath: socket,
    user: 'root',
    password: rootPassword,
    database: 'st0r',
  });
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** The page, followed word by word on a running product, with what a reader does between its commands. Its backups are far. */
describe('V25 the page about backups, followed word by word', () => {
  let stack: Stack;
  let bucket: BucketServer;
  let far: Sshd;
  let owner: Visitor;
  let desk: Desk;
  let credential: string;
  let afterwards: { outcome: string; before: object[]; after: object[] };
  let interrupted: string;
  const stopped = () => Promise.all([stack.api.stop(), stack.worker.stop()]);
  const started = async (): Promise<void> => {
    await stack.startApi();
    stack.startWorker();
    await untilSealed(stack, PATIENCE_MS);
  };

  /** What happens between the commands of the page. */
  const before: [RegExp, () => Promise<void>][] = [
    [/^age-keygen/, async () => undefined],
    [
      /--identity data\.key --yes$/,
      async () => {
        expect((await owner.addAsset('after the backup')).status).toBe(201);
        await stopped();
      },
    ],
    [/^st0r doctor/, started],
    [/--signer/, loseTheServer],
  ];

  /** The machine's power goes when the tables have changed places: nothing of it is seen afterwards. */
  async function breakARestore(): Promise<void> {
    const settings = readSettings({ ...stack.env, DATABASE_TIMEOUT_SECONDS: '3600' });
    const guards = "SELECT COUNT(*) AS n FROM information_schema.triggers WHERE trigger_schema = 'st0r'";
    const present = async () => [
      ...(await rowsOf(stack, guards)),
      ...(await rowsOf(stack, 'SELECT COUNT(*) AS n, SUM(revoked_at IS NULL) AS open FROM session')),
      ...(await rowsOf(
        stack,
        "SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = 'st0r_before'",
      )),
    ];
    const before = await present();
    const identities = [/AGE-SECRET-KEY-\S+/.exec(readFileSync(desk.path('data.key'), 'utf8'))?.[0] ?? ''];
    const restore = await Restore.open(settings, { identities });
    const broken = restore.run({
      tell: () => undefined,
      migrate: (where, how) => (how ? migrate(where, how) : Promise.reject(new Error('no power'))),
    });
    const outcome = await broken.then(
      () => 'restored',
      (error: Error) => error.message,
    );
    afterwards = { outcome, before, after: await present() };
  }

  /** A restore that ended when the tables changed places and told nobody. */
  async function findAnInterruptedOne(): Promise<void> {
    await asRoot(stack, ['CREATE DATABASE st0r_before', 'CREATE TABLE st0r_before.asset (id INT)']);
    const again = 'st0r backup restore --identity data.key --yes';
    interrupted = (await desk.try(again)).output;
    await asRoot(stack, ['DROP DATABASE st0r_before']);
  }

  /** A new machine has signed a log of its own before anybody thinks of the backup. */
  function beginAnotherLog(): void {
    const { privateKey, publicKey } = signingKeyPair(createSecretKey(randomBytes(32)));
    for (const name of ['audit-checkpoints.txt', 'audit-checkpoints.pub', 'backup-signing.pub'])
      rmSync(join(stack.dataDir, name), { force: true });
    const root = createHash('sha256').update('another log').digest();
    const note = signCheckpoint({ origin: LOG, size: 2, root }, privateKey);
    writeFileSync(join(stack.dataDir, 'audit-checkpoints.pub'), `${verifierKey(LOG, publicKey)}\n`);
    writeFileSync(join(stack.dataDir, 'audit-checkpoints.txt'), `${note}\n`);
  }

  /** The database, the data folder and the secrets are gone; what is left lies at the targets and on the desk. */
  async function loseTheServer(): Promise<void> {
    await stopped();
    await breakARestore();
    await findAnInterruptedOne();
    copyFileSync(join(stack.dataDir, 'backup-signing.pub'), desk.path('backup-signing.pub'));
    const tables = await rowsOf<{ name: string }>(
      stack,
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'st0r' AND table_type = 'BASE TABLE'",
    );
    const all = tables.map(({ name }) => `\`${name}\``).join(', ');
    await asRoot(stack, ['SET foreign_key_checks = 0', `DROP TABLE ${all}`]);
    beginAnotherLog();
    for (const name of ['keyring.json', 'token-signing.key', 'pepper.key', 'audit-mac.key', 'checkpoint-signing.key'])
      renameSync(join(stack.env['SECRETS_DIR'] ?? '', name), desk.path(name));
  }

  beforeAll(async () => {
    [bucket, far] = [await BucketServer.start('backups'), await startSshd()];
    stack = await startStack({
      BACKUP_TARGET: `s3://backups/st0r?endpoint=${bucket.address}`,
      BACKUP_TARGET_SECRET: `${bucket.keyId}:${bucket.secret}`,
      BACKUP_SAFE_TARGET: `sftp://${far.user}@127.0.0.1:${far.port}${far.folder}/safe?hostkey=${far.hostKey}`,
      BACKUP_SAFE_TARGET_SECRET: far.key,
    });
    desk = new Desk(stack);
    owner = await Visitor.owner(stack);
    const body = { organisationId: owner.organisationId, name: 'Firewall', type: 'website', fields: { password: 'p' } };
    credential = String((await owner.must('POST', '/credentials', body)).body.id);
    await untilSealed(stack);
    for (const command of commandsOf('how-to/back-up-and-restore.md')) {
      await before.find(([pattern]) => pattern.test(command))?.[1]();
      await desk.type(command);
    }
    await started();
  }, 900_000);
  afterAll(async () => {
    await stack?.stop();
    await far?.stop();
    await bucket?.stop();
  });

  it('does what it says, each of its commands', () => {
    expect(desk.failures).toEqual([]);
    expect(desk.said['st0r backup create']).toMatch(
      /Verified in \d+ s: \d+ rows are back, \d+ keys of 1 organisations/,
    );
    expect(desk.said['st0r backup restore --identity data.key --dry-run']).toMatch(
      /took \d+ s last time[^]*Nothing was done/,
    );
    expect(desk.said['st0r backup restore --identity data.key --yes']).toContain('is in place');
    expect(desk.said['st0r audit verify']).toContain('The audit log is complete and unchanged.');
  });

  it('brought everything back from the targets alone, once more', async () => {
    expect(await stack.operator('audit', 'verify')).toContain('complete and unchanged');
    expect(JSON.parse(await stack.operator('vault', 'verify'))).toMatchObject({
      ok: true,
      organisations: 1,
      fields: 1,
    });
    expect(await rowsOf(stack, 'SELECT name FROM asset')).toEqual([]);
    expect(await rowsOf(stack, 'SELECT id FROM credential')).toEqual([{ id: credential }]);
    const restored = await rowsOf(stack, "SELECT actor_name AS who FROM event WHERE action = 'backup.restored'");
    expect(restored).toHaveLength(1);
    expect(bucket.keys('backups').some((key) => key.endsWith('/database.sql.zst.age'))).toBe(true);
  });

  it('puts everything back when it breaks after the tables have changed places', () => {
    expect(afterwards.outcome).toBe('no power');
    expect(afterwards.after).toEqual(afterwards.before);
    expect(Number((afterwards.before[0] as { n: number }).n)).toBeGreaterThan(0);
  });

  it('touches nothing while what was here before an interrupted one is nowhere else', () => {
    expect(interrupted).toMatch(/An earlier restore was interrupted[^]*st0r_before, and nowhere else/);
  });

  it('signed everybody out, and lets no code work that was used before', async () => {
    expect((await owner.call('GET', '/me')).status).toBe(401);
    expect((await owner.call('POST', '/auth/refresh')).status).toBe(401);
    const [open] = await rowsOf(stack, 'SELECT COUNT(*) AS n FROM session WHERE revoked_at IS NULL');
    expect(Number(open?.['n'])).toBe(0);
    const [totp] = await rowsOf<{ last: number }>(stack, 'SELECT last_step AS last FROM user_totp');
    const [{ at = '' } = {}] = await rowsOf<{ at: string }>(
      stack,
      "SELECT CAST(occurred_at AS CHAR) AS at FROM event WHERE action = 'backup.restored'",
    );
    // The restore was a moment before its event; a code of the step before may still have been good then.
    const step = Math.floor(Date.parse(`${at.replace(' ', 'T')}Z`) / STEP_MS);
    expect(Number(totp?.last)).toBeGreaterThanOrEqual(step - 1);
  });
});
