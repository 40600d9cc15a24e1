import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, type Ended } from './program';

const TIMEOUT_MS = 120_000;
const MAX_BYTES = 32 * 1024 * 1024;
/** `security.debian.org_debian-security_dists_bookworm-security_main_binary-amd64_Packages`; the ESM suites of Ubuntu, too. */
const SECURITY_LIST = /^(.+_dists_[^_]+-security)_.+_Packages(?:\.\w+)?$/;

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

  /** Of when the lists of the security archives are, the oldest of them; null when there is none, as in most containers. */
  async securityListsAt(): Promise<Date | null> {
    const names = await readdir(this.aptLists).catch((): string[] => []);
    const archives = new Set(names.flatMap((name) => SECURITY_LIST.exec(name)?.[1] ?? []));
    const times = await Promise.all([...archives].map((archive) => this.releasedAt(archive)));
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }

  /** What the archive itself says. A list whose archive says nothing is as old as can be. */
  private async releasedAt(archive: string): Promise<number> {
    for (const kind of ['InRelease', 'Release']) {
      const text = await readFile(join(this.aptLists, `${archive}_${kind}`), 'utf8').catch(() => '');
      const at = Date.parse(/^Date: (.+)$/m.exec(text)?.[1] ?? '');
      if (!Number.isNaN(at)) return at;
    }
    return 0;
  }

  /** The same for dnf. */
  async dnfCacheAt(): Promise<Date | null> {
    const folders = this.dnfCaches.filter((folder) => existsSync(folder));
    const inside = await Promise.all(
      folders.map(async (folder) =>
        (await readdir(folder).catch((): string[] => [])).map((name) => join(folder, name)),
      ),
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
