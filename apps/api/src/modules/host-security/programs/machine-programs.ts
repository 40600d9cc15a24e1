import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, type Ended } from './program';

const TIMEOUT_MS = 120_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** The package programs of this machine and the files they keep. All of it is only read; nothing is fetched. */
@Injectable()
export class MachinePrograms {
  apt = '/usr/bin/apt';
  dnf = '/usr/bin/dnf';
  rpm = '/usr/bin/rpm';
  dpkgStatus = '/var/lib/dpkg/status';
  aptLists = '/var/lib/apt/lists';
  dnfCaches = ['/var/cache/libdnf5', '/var/cache/dnf'];

  has(program: 'apt' | 'dnf' | 'rpm'): boolean {
    return existsSync(this[program]);
  }

  run(program: 'apt' | 'dnf' | 'rpm', args: readonly string[], signal?: AbortSignal): Promise<Ended> {
    return runProgram({ path: this[program], args, signal, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
  }

  installedText(): Promise<string> {
    return readFile(this.dpkgStatus, 'utf8');
  }

  /** When the lists of apt were last fetched; null when there are none, as in most containers. */
  async aptListsAt(): Promise<Date | null> {
    const names = await readdir(this.aptLists).catch((): string[] => []);
    if (!names.some((name) => /_Packages(?:\.\w+)?$/.test(name))) return null;
    // The files carry the times of the archive; the folders carry ours.
    return newest([this.aptLists, join(this.aptLists, 'partial')]);
  }

  /** The same for dnf. */
  async dnfCacheAt(): Promise<Date | null> {
    const folders = this.dnfCaches.filter((folder) => existsSync(folder));
    const inside = await Promise.all(
      folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
    );
    return newest(inside.flat());
  }
}

async function newest(paths: readonly string[]): Promise<Date | null> {
  const times = await Promise.all(
    paths.map((path) =>
      stat(path)
        .then(({ mtimeMs }) => mtimeMs)
        .catch(() => 0),
    ),
  );
  const last = Math.max(0, ...times);
  return last > 0 ? new Date(last) : null;
}
