import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readBackupPlace } from './backup-place';
import { readBreachPlace } from './breach-place';
import { DATABASE_SETTINGS } from './database-settings';
import { readAllowedNetworks, readPorts } from '../outgoing/allowed-networks';
import { readKeepRules } from './keep-rules';
import { readProxies } from './proxies';
import { oneOf, text, understood, whole } from './setting-kinds';

/** Every setting with its default and sentence; docs/reference/configuration.md is made from this. */
export const SETTINGS = {
  HOST: text('127.0.0.1').describe('Address the API and the pages listen on.'),
  PORT: whole(0, 65535).default(8080).describe('Port the API and the pages listen on.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is an address that starts with https:// or http://' })
    .optional()
    .describe(
      'Address people reach the platform at; used in mails and by identity providers. Default: http://HOST:PORT.',
    ),
  ...DATABASE_SETTINGS,
  SECRETS_DIR: text('.data/secrets').describe('Folder with the root keyring and the signing keys (files 0600).'),
  KEYRING_SOURCE: oneOf(['file', 'systemd', 'age', 'env'])
    .default('file')
    .describe(
      'Where the root keyring comes from: a file, a systemd credential called keyring.json, a file locked with a passphrase (age), or the setting KEYRING (development only).',
    ),
  KEYRING_FILE: text()
    .optional()
    .describe('Path of the root keyring. Default: keyring.json, or keyring.age, in SECRETS_DIR.'),
  KEYRING_PASSPHRASE: text().optional().describe('Passphrase of the locked root keyring, for the source `age`.'),
  KEYRING: text().optional().describe('Text of the root keyring, for the source `env`.'),
  NODE_NAME: text().optional().describe('What this machine is called in lists of nodes. Default: its host name.'),
  DATA_DIR: text('.data').describe('Folder for checkpoints, logs and uploads.'),
  WEB_ROOT: text('apps/web/dist').describe('Folder with the built pages.'),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?|unix):\/\//, 'starts with redis://, rediss:// or unix://')
    .optional()
    .describe(
      'Redis >= 6.2 or Valkey that hands out jobs and counts limits, redis://user:password@host:6379/0 or unix:///path. Holds no truth; without it MariaDB does the same.',
    ),
  JOB_PLACES: whole(1, 32)
    .default(4)
    .describe('Quick jobs a worker runs at a time; half as many long ones beside them.'),
  BACKUP_TARGET: understood(text(), readBackupPlace)
    .optional()
    .describe(
      'Where backups of the data lie, best on another machine: a folder, s3://bucket/folder?region=eu-central-1 (for a private server &endpoint=https://host:9000), or sftp://user@host/folder?hostkey=SHA256:... Default: backups in DATA_DIR.',
    ),
  BACKUP_TARGET_SECRET: text()
    .optional()
    .describe('What opens that place: for s3 `access key id:secret access key`, for sftp a private key of OpenSSH.'),
  BACKUP_SAFE_TARGET: understood(text(), readBackupPlace)
    .optional()
    .describe(
      'Where the copies of the keys lie, apart from the data: written like BACKUP_TARGET. Default: backup-keys in DATA_DIR, which is for trials only.',
    ),
  BACKUP_SAFE_TARGET_SECRET: text().optional().describe('What opens that place; best not what opens the other.'),
  BACKUP_KEEP: understood(z.string().default('daily=14,weekly=8,monthly=12'), readKeepRules).describe(
    'Which backups of the data stay: the newest of so many days, weeks and months. Copies of keys stay 35 days.',
  ),
  AUDIT_ANCHORS: z
    .string()
    .default('')
    .describe(
      'Comma separated folders on other disks or machines where the checkpoints of the audit log are kept as well.',
    ),
  AUDIT_LAG_SECONDS: whole(10, 86_400)
    .default(60)
    .describe(
      'Acts that ask for a fresh sign-in are refused while events have waited longer than this for their seal.',
    ),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'starts with smtp:// or smtps://')
    .optional()
    .describe(
      'Mail server for invitations, smtp://user:password@host:587. Without it, links are shown once to the inviting person.',
    ),
  MAIL_FROM: text('ClientSt0r <no-reply@localhost>').describe('Sender of mails.'),
  SESSION_IDLE_MINUTES: whole(5, 120).default(30).describe('A session ends after this long without a request.'),
  SESSION_ABSOLUTE_HOURS: whole(1, 24).default(12).describe('A session ends after this long in any case.'),
  API_REQUEST_DAYS: whole(7, 400)
    .default(90)
    .describe('Days the single requests of API keys are kept; their sums are kept for 400.'),
  DRAIN_SECONDS: whole(0, 20)
    .default(0)
    .describe(
      'Seconds the API goes on answering after it was told to stop, while /health/ready says no: for load balancers that ask.',
    ),
  METRICS_PORT: whole(0, 65535)
    .optional()
    .describe(
      'Private port where the API shows its metrics to Prometheus, for example 9464. Without it nobody listens.',
    ),
  WORKER_METRICS_PORT: whole(0, 65535).optional().describe('The same for the worker, for example 9465.'),
  METRICS_HOST: text('127.0.0.1').describe(
    'Address the two ports of metrics listen on. Whoever reaches it reads them without signing in.',
  ),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much the log says.'),
  TRUSTED_PROXIES: understood(z.string().default(''), readProxies).describe(
    'Comma separated addresses or CIDRs whose X-Forwarded-For is believed.',
  ),
  AUTH_LOG: text()
    .optional()
    .describe('File with one line for each failed sign-in, for fail2ban. Default: log/st0r-auth.log in DATA_DIR.'),
  BAN_SOCKET: text()
    .optional()
    .describe('Unix socket on which fail2ban tells who was banned. Without it nobody listens.'),
  UNBAN_SOCKET: text()
    .optional()
    .describe('Unix socket of the helper that lifts bans of fail2ban. Without it, bans are lifted on the machine.'),
  UPDATE_DIR: text()
    .optional()
    .describe(
      'Folder the updater of this machine works in; requests and bundles lie in its inbox. Without it, updates are brought by hand.',
    ),
  RELEASE_KEYS: text().optional().describe('PEM file with the public keys of the releases this installation takes.'),
  COUNTRY_DATABASE: text()
    .optional()
    .describe(
      'MaxMind-format file (.mmdb) that says which country an address is in; read anew when it changes. Default: geoip/country.mmdb in DATA_DIR, where an upload puts it.',
    ),
  OUTGOING_ALLOWED_CIDRS: understood(z.string().default(''), readAllowedNetworks).describe(
    'Private networks ClientSt0r may call, comma separated: `[use=]CIDR[@port]`, for example `sso=10.0.0.5/32@8443`. Uses: sso, ldap, breaches. Without it only public addresses are called.',
  ),
  OUTGOING_ALLOWED_PORTS: understood(z.string().default('80,443'), readPorts).describe(
    'Ports of public addresses ClientSt0r may call, comma separated.',
  ),
  SNYK_TOKEN: text()
    .optional()
    .describe('Token with which the worker lets Snyk look at the packages of the product. Without it Snyk is not run.'),
  SNYK_PROGRAM: z
    .string()
    .startsWith('/', 'is a path from the root: /usr/local/bin/snyk')
    .default('/usr/local/bin/snyk')
    .describe('The command line program of Snyk on the machine of the worker.'),
  SNYK_FOLDER: z
    .string()
    .startsWith('/', 'is a path from the root')
    .optional()
    .describe('Folder whose packages Snyk looks at. Default: the release that runs.'),
  SNYK_ORG: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'is letters, digits, - and _')
    .optional()
    .describe('Organisation at Snyk the look belongs to. Default: the one of the token.'),
  SNYK_API: z
    .url({ protocol: /^https$/, error: 'is an address that starts with https://' })
    .optional()
    .describe('Address of Snyk where it is not the usual one, e.g. https://api.eu.snyk.io.'),
  BREACH_LIST: understood(text('off'), readBreachPlace).describe(
    'Where new passwords of accounts are looked up among stolen ones: off, the address of a range service such as https://api.pwnedpasswords.com/range (it learns five of forty digits of a hash), or the path of a downloaded file or folder.',
  ),
} as const;

/** Settings that may come from a file named by `NAME_FILE`. */
export const SECRET_SETTINGS = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'MIGRATION_DATABASE_PASSWORD',
  'RETENTION_DATABASE_PASSWORD',
  'ADMIN_DATABASE_PASSWORD',
  'REDIS_URL',
  'KEYRING_PASSPHRASE',
  'SMTP_URL',
  'BACKUP_TARGET_SECRET',
  'BACKUP_SAFE_TARGET_SECRET',
  'SNYK_TOKEN',
] as const;

/** The checked settings of this process. */
export type Settings = z.infer<z.ZodObject<typeof SETTINGS>>;

/** Everything wrong with the settings, as one table. */
export class SettingsError extends Error {
  constructor(readonly rows: readonly { setting: string; problem: string }[]) {
    const width = Math.max(...rows.map((row) => row.setting.length), 7);
    super(
      ['These settings need attention:', ...rows.map((row) => `  ${row.setting.padEnd(width)}  ${row.problem}`)].join(
        '\n',
      ),
    );
  }
}

/** Reads and checks all settings at once; every secret may also come from a file named by `*_FILE`. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: { setting: string; problem: string }[] = [];
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(SETTINGS)) if (env[name]) values[name] = env[name];
  for (const name of SECRET_SETTINGS) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) problems.push({ setting: name, problem: `is set twice: remove ${name} or ${name}_FILE` });
    try {
      // An empty file is a secret that is not set: containers and services name the same files in every installation.
      values[name] = readFileSync(path, 'utf8').trim() || undefined;
    } catch {
      problems.push({ setting: `${name}_FILE`, problem: `cannot be read: ${path}` });
    }
  }
  const result = z.object(SETTINGS).safeParse(values);
  if (!result.success)
    for (const issue of result.error.issues) problems.push({ setting: issue.path.join('.'), problem: issue.message });
  if (problems.length > 0 || !result.success) throw new SettingsError(problems);
  return result.data;
}

/** The complete address of a path of ours, as people and other systems reach it. */
export function publicAddress({ PUBLIC_URL, HOST, PORT }: Settings, path: string): string {
  return `${(PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/$/, '')}${path}`;
}
