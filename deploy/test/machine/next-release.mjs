import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a release tree that shares its files with another one the release after it, by name and number. */
export function asNext(folder, version) {
  const write = (name, text) => {
    // The other tree keeps what it has.
    rmSync(join(folder, name));
    writeFileSync(join(folder, name), text);
  };
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const release = { ...about.release, number: about.release.number + 1 };
  write('package.json', JSON.stringify({ ...about, version, release }, null, 2));
  write('VERSION', `${version}\n`);
}
