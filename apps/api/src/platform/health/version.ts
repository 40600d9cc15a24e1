import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'client-st0r';

/** The version of the release this program belongs to, as its package.json says. */
export const productVersion = (from = import.meta.dirname): string => {
  const file = join(from, 'package.json');
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }) : {};
  if (found.name === NAME) return found.version ?? 'unknown';
  return dirname(from) === from ? 'unknown' : productVersion(dirname(from));
};
