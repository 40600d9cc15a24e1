import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLocalSecrets } from '../../../platform/keys';
import { openKit } from './kit-lock';

/**
 * Puts the secrets of a kit back where they are missing, and makes what belongs to the machine alone; never overwrites one.
 * Needs neither keys nor a database.
 */
export async function recoverSecrets(
  folder: string,
  file: string,
  parts: readonly string[],
): Promise<{ written: string[]; made: string[]; kept: string[] }> {
  const content = await openKit(file, parts);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [written, kept]: [string[], string[]] = [[], []];
  for (const [name, text] of Object.entries(content)) {
    // Names come from a file: none of them leads anywhere else.
    const path = join(folder, basename(name));
    if (existsSync(path)) kept.push(basename(name));
    else {
      writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
      written.push(basename(name));
    }
  }
  return { written, made: createLocalSecrets(folder), kept };
}
