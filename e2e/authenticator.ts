import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { totpCode, totpSettings } from '@st0r/crypto';
import { underLock } from '../tools/workspace/lock.mjs';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The authenticator app on somebody's phone. */
export class Authenticator {
  private readonly seed: Buffer;
  private lastStep: number;

  /**
   * Codes up to `usedAt` (milliseconds) were shown already, and so were those up to the step in the file `usedIn`:
   * journeys run in processes of their own, and another one may sign the same person in before the code changes.
   */
  constructor(
    secret: string,
    usedAt = 0,
    private readonly usedIn?: string,
  ) {
    this.lastStep = Math.floor(usedAt / 30_000);
    const bits = [...secret.replace(/[\s=]/g, '')].map((letter) =>
      ALPHABET.indexOf(letter).toString(2).padStart(5, '0'),
    );
    const bytes = bits.join('').match(/.{8}/g) ?? [];
    this.seed = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  }

  /** Two codes in a row, as enrolment asks for: the one before and the present one. */
  pair(): [string, string] {
    return [this.at(-1), this.at(0)];
  }

  /** A code that was not shown before, of a phone whose clock is half a minute off at most; waits when all are used up. */
  async fresh(): Promise<string> {
    for (;;) {
      const code = this.usedIn ? await underLock(`${this.usedIn}.lock`, 'a code', () => this.unused()) : this.unused();
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** Remembers that the present code is used up, or the one so many half minutes from now. */
  used(offset = 0): void {
    this.lastStep = this.step() + offset;
    if (this.usedIn) writeFileSync(this.usedIn, String(this.lastStep), { mode: 0o600 });
  }

  /** The next code nobody was shown, from then on used up; undefined where the clock is not there yet. */
  private unused(): string | undefined {
    const known = this.usedIn && existsSync(this.usedIn) ? Number(readFileSync(this.usedIn, 'utf8')) : 0;
    this.lastStep = Math.max(this.lastStep, known);
    const offset = Math.max(this.lastStep + 1 - this.step(), 0);
    if (offset > 1) return undefined;
    this.used(offset);
    return this.at(offset);
  }

  private step(): number {
    return Math.floor(Date.now() / 30_000);
  }

  private at(offset: number): string {
    return totpCode(totpSettings(this.seed), Date.now() + offset * 30_000).code;
  }
}
