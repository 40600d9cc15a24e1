import { join } from 'node:path';

const FOLDER = '/etc/st0r/secrets';
const KEYS = [
  'keyring.json',
  'token-signing.key',
  'checkpoint-signing.key',
  'pepper.key',
  'audit-mac.key',
  'update-request.key',
];
const PASSWORDS = ['database-migration', 'database-application', 'database-retention'];

// An empty file is "not set": without an address of a mail server, links are shown to the inviting person.
const MAYBE = ['smtp-url', 'backup-target', 'backup-safe-target'];

/** The product makes its own secrets; what exists is never replaced. They belong to root, and systemd hands them over. */
export function makeSecrets(host, { release }) {
  const st0r = (...words) => [join(release, 'bin', 'st0r'), ...words];
  const env = { SECRETS_DIR: host.path(FOLDER) };
  const lacks = (names) => names.some((name) => !host.exists(`${FOLDER}/${name}`));
  if (lacks(KEYS)) host.command('create the keys that are missing', st0r('secrets', 'init'), { env });
  if (lacks(PASSWORDS))
    host.command('create the database passwords that are missing', st0r('database', 'passwords'), { env });
  for (const name of MAYBE) host.file(`${FOLDER}/${name}`, '', { mode: 0o600, keep: true });
}
