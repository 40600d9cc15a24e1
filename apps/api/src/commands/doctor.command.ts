import type { Command } from 'commander';
import { lookup } from 'node:dns/promises';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Findings, lookAt, ok, warning, wrong, worstOf, type Finding, type Verdict } from '../modules/status';
import { databaseAccount, readSettings, type Settings } from '../platform/config';
import { isUnprepared } from '../platform/database/conflict';
import { dataSourceOptions, openDataSource } from '../platform/database/data-source';
import { PlatformKeys, TokenRing } from '../platform/keys';
import { lookingAround } from './house';

/** What is looked at on the machine itself, before anything of the product is opened. */
const ON_THE_MACHINE: Readonly<Record<string, (settings: Settings) => Promise<Verdict> | Verdict>> = {
  'root keyring': keyring,
  'token keys': ({ SECRETS_DIR }) => ok(`${new TokenRing(SECRETS_DIR).list().length}, the newest signs`),
  'secret files': secretFiles,
  'data folder': dataFolder,
  pages: ({ WEB_ROOT }) => (statSync(join(WEB_ROOT, 'index.html')), ok('built')),
  names: names,
  'database server': reachable,
};

const SIGNS: Readonly<Record<Finding['state'], string>> = {
  ok: 'ok   ',
  warning: 'WARN ',
  wrong: 'WRONG',
  unknown: '?    ',
};

interface Options {
  json?: boolean;
  strict?: boolean;
}

/** `st0r doctor`: looks at everything a start and a day's work need, and says what is wrong in words. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check settings, files, keys, names, database, jobs, mail and room')
    .option('--json', 'print findings for a program')
    .option('--strict', 'end with exit code 2 when there are only warnings')
    .addHelpText('after', '\nExit code 0: nothing is wrong. 1: something is. 2, with --strict: there are warnings.')
    .action(async (options: Options) => {
      const findings = await examine(readSettings(process.env));
      console.log(options.json ? JSON.stringify(findings, null, 2) : findings.map(lineOf).join('\n'));
      process.exitCode = exitCode(findings, options);
    });
}

/** Every finding, on the machine and inside the product; without the database nothing inside can be looked at. */
export async function examine(settings: Settings): Promise<Finding[]> {
  const outside: Finding[] = [];
  for (const [name, look] of Object.entries(ON_THE_MACHINE))
    outside.push(await lookAt({ name, look: () => look(settings) }));
  if (outside.some(({ name, state }) => name === 'database server' && state === 'wrong')) return outside;
  try {
    return [...outside, ...(await lookingAround((app) => app.get(Findings).look({ deep: true })))];
  } catch (error) {
    return [...outside, { name: 'product', ...wrong((error as Error).message) }];
  }
}

const lineOf = ({ name, state, says }: Finding): string => `${SIGNS[state]} ${name}: ${says}`;

function exitCode(findings: readonly Finding[], { strict }: Options): number {
  const worst = worstOf(findings);
  if (worst === 'wrong') return 1;
  return strict && worst === 'warning' ? 2 : 0;
}

async function keyring(settings: Settings): Promise<Verdict> {
  const { provider, keyring: held, sealedBecause } = await PlatformKeys.open(settings);
  if (sealedBecause) return wrong(sealedBecause);
  if (provider.warning) return wrong(provider.warning);
  if (existsSync(provider.place) && open(provider.place)) return wrong(open(provider.place)!);
  return ok(`${provider.place}, ${held.versions.map((one) => `${one.version} (${one.state})`).join(', ')}`);
}

function secretFiles({ SECRETS_DIR }: Settings): Verdict {
  const files = readdirSync(SECRETS_DIR, { withFileTypes: true }).filter((one) => one.isFile());
  const bare = files.map(({ name }) => open(join(SECRETS_DIR, name))).filter(Boolean);
  return bare.length > 0 ? wrong(bare.join(', ')) : ok(`${files.length}, private`);
}

function dataFolder({ DATA_DIR }: Settings): Verdict {
  const mode = statSync(DATA_DIR).mode & 0o777;
  // A folder everybody may write to lets anybody put files where the product looks for its own.
  if (mode & 0o002) return wrong(`${DATA_DIR} can be written by everybody (mode ${mode.toString(8)}): chmod o-w`);
  return ok(`${DATA_DIR}, mode ${mode.toString(8)}`);
}

/** Whether the names in the settings lead anywhere. */
async function names({ PUBLIC_URL, SMTP_URL, REDIS_URL }: Settings): Promise<Verdict> {
  const hosts = [PUBLIC_URL, SMTP_URL, REDIS_URL?.startsWith('unix:') ? undefined : REDIS_URL]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).hostname.replace(/^\[|\]$/g, ''))
    .filter((host) => isIP(host) === 0);
  const lost: string[] = [];
  for (const host of new Set(hosts)) await lookup(host).catch(() => lost.push(host));
  if (lost.length > 0)
    return wrong(`No address is known for ${lost.join(', ')}: look at the names in the settings and at DNS`);
  return hosts.length > 0 ? ok(`${[...new Set(hosts)].join(', ')} found`) : ok('none are used');
}

async function reachable(settings: Settings): Promise<Verdict> {
  const source = await openDataSource(dataSourceOptions(databaseAccount(settings, 'application'), { poolSize: 1 }));
  // A server of a cluster that lost the majority lets people sign in, and reads no table.
  const reads = source.query('SELECT 1 FROM schema_migration LIMIT 1');
  const works = await reads.then(
    () => true,
    (error: unknown) => !isUnprepared(error),
  );
  await source.destroy();
  if (!works)
    return wrong('does no work, for it does not belong to the majority of its cluster: start the other servers');
  return settings.DATABASE_URL && databaseAccount(settings, 'application').user === 'root'
    ? warning('answers, but the product signs in as root')
    : ok('answers');
}

function open(path: string): string | undefined {
  const mode = statSync(path).mode & 0o777;
  return mode & 0o077 ? `${path} can be read by others (mode ${mode.toString(8)}): chmod 600` : undefined;
}
