import { readFileSync } from 'node:fs';
import { BackupError, identitiesIn } from '../modules/backup';

/** The secret keys in a file an operator names; `-` reads them from standard input. */
export function identitiesOf(file: string): string[] {
  try {
    return identitiesIn(readFileSync(file === '-' ? 0 : file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupError(`There is no file ${file}.`);
  }
}
