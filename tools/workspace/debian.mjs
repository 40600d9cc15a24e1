import { existsSync } from 'node:fs';
import { PlainError } from './plain-error.mjs';
import { run, tail } from './run.mjs';

/** True where apt-get installs software. */
export const hasApt = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get');

const isRoot = () => process.getuid?.() === 0;

/** The words to put before apt-get here: none as root, sudo when it asks nothing, undefined when we may not. */
async function elevation() {
  if (isRoot()) return [];
  if (!existsSync('/usr/bin/sudo')) return undefined;
  return (await run('/usr/bin/sudo', ['-n', 'true'])).code === 0 ? ['/usr/bin/sudo', '-n'] : undefined;
}

/** The commands a person runs when we may not install by ourselves. */
export const installCommands = (packages) => [
  'sudo apt-get update',
  `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
];

/**
 * Installs Debian packages as root or with password-free sudo; otherwise throws with the exact commands.
 * Debian would start a server it installs; policy-rc.d is not ours to touch, so callers stop nothing and start nothing.
 * What is named in `dormant` starts neither now nor at boot.
 */
export async function aptInstall(packages, purpose, { dormant = [] } = {}) {
  const apt = await elevatedApt(purpose, packages);
  const update = await apt('update', '-q');
  await mask('mask', dormant);
  const install = await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  for (const service of dormant) await elevated('/usr/sbin/update-rc.d', service, 'disable');
  await mask('unmask', dormant);
  if (install.code === 0) return;
  throw new PlainError(`apt-get could not install ${packages.join(' ')}. Its last words:`, [
    ...tail(update.code === 0 ? install.output : update.output + install.output, 8),
    'Put it right and run the same command again.',
  ]);
}

/** A masked service cannot be started by its own installation; the mask is gone with the next boot in any case. */
async function mask(verb, services) {
  if (services.length === 0 || !existsSync('/run/systemd/system')) return;
  await elevated('/usr/bin/systemctl', verb, '--runtime', ...services.map((name) => `${name}.service`));
}

async function elevated(...words) {
  const all = [...((await elevation()) ?? []), ...words];
  return run(all[0], all.slice(1));
}

/** Fetches the lists of packages anew. */
export async function aptUpdate(purpose) {
  const apt = await elevatedApt(purpose, []);
  await apt('update', '-q');
}

async function elevatedApt(purpose, packages) {
  const prefix = await elevation();
  if (!prefix) {
    throw new PlainError(`${purpose} is missing, and installing it needs root or sudo without a password.`, [
      'Run these, then run the same command again:',
      ...installCommands(packages),
    ]);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (...args) => {
    const words = [...prefix, ...(prefix.length ? ['DEBIAN_FRONTEND=noninteractive'] : []), 'apt-get', ...args];
    return run(words[0], words.slice(1), { env });
  };
}
