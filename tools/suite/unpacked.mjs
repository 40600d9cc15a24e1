import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, aptUpdate, hasApt } from '../workspace/debian.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { run, tail } from '../workspace/run.mjs';

/**
 * Unpacks a Debian package beside us instead of installing it and answers the folder: a server's package would start the
 * server on its usual port, and no test needs that. Libraries it depends on are installed; they start nothing. `probe`
 * is what makes the program end at once and well when all of them are there.
 */
export function unpackedPackage(name, program, probe = '-v') {
  const works = async (home) =>
    !program || (await run(join(home, program), [probe], { env: unpackedEnvironment(home) })).code === 0;
  return unpackedPackages(name, [name], works);
}

/** The same for packages that make up one program, which `works` finds out about; all of them lie in one folder. */
export async function unpackedPackages(name, packages, works) {
  const home = inRoot('.cache', 'programs', name);
  if (existsSync(home)) return home;
  if (!hasApt()) throw new PlainError(`The tests need ${name}.`, [`Install it, then run the same command again.`]);
  // Beside its place until it is whole, so that several test files may want it at once.
  const folder = `${home}.${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await download(packages, folder);
  for (const archive of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
    await must('dpkg-deb', ['-x', join(folder, archive), folder], {});
    rmSync(join(folder, archive));
  }
  if (!(await works(folder))) await installLibraries(packages);
  if (existsSync(home)) rmSync(folder, { recursive: true, force: true });
  else renameSync(folder, home);
  return home;
}

/** The environment a program unpacked in `home` runs in: it finds the libraries that came in its own package. */
export function unpackedEnvironment(home) {
  const libraries = join(home, 'usr', 'lib');
  const folders = existsSync(libraries) ? readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu')) : [];
  const found = [...folders.map((name) => join(libraries, name)), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return found.length ? { ...process.env, LD_LIBRARY_PATH: found.join(':') } : process.env;
}

// Lists of packages may be missing on a fresh machine, or older than what the mirror still holds.
async function download(packages, cwd) {
  if ((await run('apt-get', ['download', '-q', ...packages], { cwd })).code === 0) return;
  await aptUpdate(packages[0]);
  await must('apt-get', ['download', '-q', ...packages], { cwd });
}

async function installLibraries(packages) {
  const { output } = await run('apt-cache', ['depends', '--important', ...packages]);
  const libraries = [...output.matchAll(/^\s*Depends: (lib\S+)/gm)].map(([, library]) => library);
  const missing = [...new Set(libraries)].filter((library) => !packages.includes(library));
  await aptInstall(missing, `what ${packages[0]} is linked with`);
}

async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new PlainError(`${command} ${args.join(' ')} failed:`, tail(output, 5));
}
