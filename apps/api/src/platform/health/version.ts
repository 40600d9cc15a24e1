import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'client-st0r';

interface About {
  name?: string;
  version?: string;
}

/** The folder of the release this program belongs to; undefined where none is found. */
export const productFolder = (from = import.meta.dirname): string | undefined => {
  if (aboutIn(from).name === NAME) return from;
  return dirname(from) === from ? undefined : productFolder(dirname(from));
};

/** The version of that release, as its package.json says. */
export const productVersion = (): string => {
  const folder = productFolder();
  return (folder && aboutIn(folder).version) || 'unknown';
};

function aboutIn(folder: string): About {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as About) : {};
}
