import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorCommand } from './product.mjs';

const installedNote = (dataDir) => join(dataDir, 'installed.json');

/** True before the first start has come to its end. */
export const isFirstRun = (dataDir) => !existsSync(installedNote(dataDir));

/**
 * Creates the secrets that are missing; answers what it did.
 * A keyring that disappeared after the first run is never replaced: a new one would open nothing and hide the loss.
 */
export async function initSecrets(settings, env) {
  if (!existsSync(settings.keyringFile) && !isFirstRun(settings.dataDir))
    return 'the root keyring is missing, see below';
  const existed = existsSync(settings.keyringFile);
  await operatorCommand(['secrets', 'init'], env);
  return existed ? 'present' : `created in ${settings.secretsDir}`;
}

/** Notes that this installation has secrets and data that belong together. */
export function noteInstalled(dataDir) {
  if (isFirstRun(dataDir)) writeFileSync(installedNote(dataDir), JSON.stringify({ at: new Date().toISOString() }));
}

/** What to tell somebody whose API came up sealed. */
export const sealedWords = ({ keyringFile }) => [
  `Sealed: the root keyring ${keyringFile} is missing or does not belong to this database.`,
  'Nothing was changed and no secret can be opened. Put the keyring of this installation back and start again;',
  'it is in your recovery kit or in the backup you keep apart from the database.',
];
