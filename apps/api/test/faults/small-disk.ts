import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PIECE_BYTES = 64 * 1024;

/** A disk of its own that a test may fill. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Of a size as mount takes it (`20m`); undefined where we may not mount one. */
  static mounted(size: string): SmallDisk | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'st0r-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0711`, 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      rmdirSync(folder);
      return undefined;
    }
    chmodSync(folder, 0o711);
    return new SmallDisk(folder);
  }

  /** Takes all of the room that is left. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.folder);
    for (let left = bavail * bsize; left > 0; left -= PIECE_BYTES) {
      try {
        writeFileSync(this.ballast, Buffer.alloc(Math.min(left, PIECE_BYTES)), { flag: 'a' });
      } catch {
        return;
      }
    }
  }

  /** Gives the room back. */
  clear(): void {
    rmSync(this.ballast, { force: true });
  }

  end(): void {
    execFileSync('umount', [this.folder]);
    rmSync(this.folder, { recursive: true });
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
