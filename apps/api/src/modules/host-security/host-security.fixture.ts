import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../../test/world';
import { JobWorker } from '../../platform/jobs';
import type { MachinePrograms } from './programs/machine-programs';

/** A machine of paper: its package programs are scripts that print what a test says. */
export class PaperMachine {
  readonly folder = mkdtempSync(join(tmpdir(), 'clientst0r-machine-'));

  /** Makes itself the machine the product looks at. */
  takes(programs: MachinePrograms): void {
    for (const name of ['apt', 'dnf', 'rpm'] as const) programs[name] = join(this.folder, name);
    programs.dpkgStatus = join(this.folder, 'status');
    programs.aptLists = join(this.folder, 'lists');
    programs.dnfCaches = [join(this.folder, 'dnf-cache')];
  }

  /** Makes a program that prints `text` and ends with `code`. */
  program(name: string, text: string, code = 0): string {
    const path = join(this.folder, name);
    writeFileSync(`${path}.out`, text);
    writeFileSync(path, `#!/bin/sh\ncat '${path}.out'\n[ ${code} = 0 ] || echo 'It went wrong.' >&2\nexit ${code}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { force: true, recursive: true });
  }

  /** Packages that are installed, and lists that were fetched some days ago. */
  apt(updates: string, { daysOld = 0, code = 0 } = {}): void {
    this.program('apt', updates, code);
    writeFileSync(join(this.folder, 'status'), 'Package: openssl\nStatus: install ok installed\nVersion: 3.0.1\n');
    const lists = join(this.folder, 'lists');
    mkdirSync(lists, { recursive: true });
    this.archive('deb.example_dists_stable', 0);
    this.archive('security.example_dists_stable-security', daysOld);
  }

  /** The list of an archive that was released some days ago. */
  archive(name: string, daysOld: number): void {
    const path = join(this.folder, 'lists', name);
    writeFileSync(`${path}_main_binary-amd64_Packages`, '');
    const released = new Date(Date.now() - daysOld * 86_400_000).toUTCString();
    writeFileSync(`${path}_InRelease`, `Origin: Example\nDate: ${released.replace('GMT', 'UTC')}\n`);
  }

  /** Advisories, and the updates that wait as `check-update` names them. */
  dnf(notices: string, updates: string): void {
    const path = this.program('dnf', notices);
    writeFileSync(`${path}.updates`, updates);
    const asked = `[ "$2" = check-update ] && { cat '${path}.updates'; exit ${updates ? 100 : 0}; }`;
    writeFileSync(path, `#!/bin/sh\n${asked}\ncat '${path}.out'\n`);
    this.program('rpm', 'openssl-libs\tx86_64\t1:3.0.8-1.fc38\n');
    mkdirSync(join(this.folder, 'dnf-cache', 'updates'), { recursive: true });
  }

  done(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs what waits, and answers how the newest inspection job ended. */
export async function inspected(world: World): Promise<Record<string, unknown>> {
  await world.app.get(JobWorker).drain();
  const [job] = await world.sql(
    "SELECT state, result, error_detail FROM job WHERE name = 'inspection.take' ORDER BY created_at DESC LIMIT 1",
  );
  return job ?? {};
}
