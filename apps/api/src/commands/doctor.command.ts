import type { Command } from 'commander';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KeyBook, KitBook } from '../modules/keys';
import { databaseAccount, readSettings, type Settings } from '../platform/config';
import { dataSourceOptions, openDataSource } from '../platform/database/data-source';
import { RedisLink } from '../platform/jobs/drivers/redis-link';
import { KeyAges, LONGEST_DAYS, PlatformKeys, RingReports, TokenRing } from '../platform/keys';
import { lookingAround } from './house';

type Source = Awaited<ReturnType<typeof openDataSource>>;
type Check = readonly [name: string, run: (settings: Settings) => Promise<string> | string];

const CHECKS: readonly Check[] = [
  ['root keyring', keyring],
  ['token keys', ({ SECRETS_DIR }) => `${new TokenRing(SECRETS_DIR).list().length}, the newest signs`],
  ['secret files are private', ({ SECRETS_DIR }) => privateFile(join(SECRETS_DIR, 'pepper.key'))],
  ['database', database],
  ['root keys', rootKeys],
  ['data keys', dataKeys],
  ['recovery kit', recoveryKit],
  ['pages', ({ WEB_ROOT }) => (statSync(join(WEB_ROOT, 'index.html')), 'built')],
  ['jobs', jobs],
  ['redis', redis],
  ['mail', mail],
];

/** `st0r doctor`: looks at everything a start needs and says what is wrong in words. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check settings, keys, database and pages')
    .action(async () => {
      const settings = readSettings(process.env);
      for (const [name, run] of CHECKS) {
        try {
          console.log(`ok    ${name}: ${await run(settings)}`);
        } catch (error) {
          process.exitCode = 1;
          console.log(`WRONG ${name}: ${(error as Error).message}`);
        }
      }
    });
}

async function database(settings: Settings): Promise<string> {
  return inDatabase(settings, async (source) => {
    const [row] = (await source.query(
      'SELECT VERSION() AS version, ABS(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), ?)) AS drift',
      [new Date().toISOString().slice(0, 19).replace('T', ' ')],
    )) as [{ version: string; drift: number }];
    return `${row.version}, clock ${row.drift} s apart`;
  });
}

/** Nobody carries jobs out when the oldest has been due for this long. */
const JOBS_LATE_SECONDS = 600;

async function jobs(settings: Settings): Promise<string> {
  return inDatabase(settings, async (source) => {
    const [row] = (await source.query(
      `SELECT COUNT(IF(state = 'queued' AND due_at <= UTC_TIMESTAMP(), 1, NULL)) AS waiting, COUNT(IF(state = 'running', 1, NULL)) AS running,
         COUNT(IF(state = 'failed', 1, NULL)) AS dead,
         MAX(IF(state = 'queued', GREATEST(0, TIMESTAMPDIFF(SECOND, due_at, UTC_TIMESTAMP())), 0)) AS age
       FROM job WHERE state IN ('queued', 'running', 'failed')`,
    )) as [Record<'waiting' | 'running' | 'dead' | 'age', number | null>];
    const age = Number(row.age ?? 0);
    const words = `${row.waiting} waiting (the oldest for ${age} s), ${row.running} running, ${row.dead} dead letters`;
    if (age > JOBS_LATE_SECONDS) throw new Error(`${words}: is a worker running?`);
    return words;
  });
}

async function redis({ REDIS_URL }: Settings): Promise<string> {
  if (!REDIS_URL) return 'not used: MariaDB hands out jobs';
  const link = new RedisLink(REDIS_URL, { log: () => undefined, warn: () => undefined });
  try {
    return `answers ${await link.ping()}`;
  } finally {
    link.close();
  }
}

async function mail(settings: Settings): Promise<string> {
  return inDatabase(settings, async (source) => {
    const rows = (await source.query("SELECT name FROM platform_setting WHERE name = 'mail'")) as unknown[];
    if (rows.length > 0) return 'set on the page Mail';
    return settings.SMTP_URL ? 'set by SMTP_URL' : 'not set: links are shown once to the inviting person';
  });
}

async function inDatabase<T>(settings: Settings, work: (source: Source) => Promise<T>): Promise<T> {
  const source = await openDataSource(dataSourceOptions(databaseAccount(settings, 'application'), { poolSize: 1 }));
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

async function keyring(settings: Settings): Promise<string> {
  const { provider, keyring: held } = await PlatformKeys.open(settings);
  if (provider.warning) throw new Error(provider.warning);
  if (existsSync(provider.place)) privateFile(provider.place);
  return `${provider.place}, ${held.versions.map((one) => `${one.version} (${one.state})`).join(', ')}`;
}

/** What was decided about the root keys, and who does not follow. */
async function rootKeys(): Promise<string> {
  const { keys, nodes } = await lookingAround((app) => app.get(RingReports).read());
  const [lacking] = keys.filter(({ missingAt }) => missingAt.length > 0);
  if (lacking)
    throw new Error(`key ${lacking.version} (${lacking.state}) is missing at ${lacking.missingAt.join(', ')}`);
  const old = keys.find(({ state }) => state === 'decrypt-only');
  if (old)
    throw new Error(`key ${old.version} still opens ${old.wraps} wraps: st0r keys rewrap, then st0r keys retire`);
  return `key ${keys.find(({ state }) => state === 'active')?.version} active, known to ${nodes.length} running processes`;
}

/** How old the keys are that values are sealed under, and whether a replacement got stuck. */
async function dataKeys(): Promise<string> {
  const {
    dataKeys: count,
    oldestDays,
    stuck,
    worn,
  } = await lookingAround(async (app) => {
    const stuck = (await app.get(KeyBook).recent()).find(({ state }) => state === 'blocked');
    const [worn] = await app.get(KeyAges).oldest(1, { due: true });
    return { ...(await app.get(KeyBook).overview()), stuck, worn };
  });
  if (stuck)
    throw new Error(
      `${stuck.dead} values under ${stuck.purpose} key ${stuck.fromVersion} do not open: st0r vault verify`,
    );
  // The worker replaces them after a year; so much later it has not run for long, or cannot.
  if ((worn?.days ?? 0) > LONGEST_DAYS + 14)
    throw new Error(`one is ${worn?.days} days old and was not replaced: is the worker running?`);
  return `${count} in force, the oldest is ${oldestDays ?? 0} days old`;
}

const REHEARSED_DAYS = 400;

/** Without one the loss of a disk is the loss of every secret. */
async function recoveryKit(): Promise<string> {
  const kit = await lookingAround((app) => app.get(KitBook).last());
  if (!kit) return 'none yet: st0r keys kit --out kit.pdf';
  if (!kit.current) throw new Error(`kit ${kit.kit} lacks the root key in force: st0r keys kit --out kit.pdf`);
  const days = Math.floor((Date.now() - Date.parse(kit.rehearsedAt ?? kit.madeAt)) / 86_400_000);
  if (days > REHEARSED_DAYS) throw new Error(`kit ${kit.kit} was not tried for ${days} days: st0r keys rehearse`);
  return `${kit.kit}, ${kit.rehearsedAt ? 'rehearsed' : 'printed'} ${days} days ago`;
}

function privateFile(path: string): string {
  const mode = statSync(path).mode & 0o777;
  if (mode & 0o077) throw new Error(`${path} can be read by others (mode ${mode.toString(8)}): chmod 600`);
  return mode.toString(8);
}
