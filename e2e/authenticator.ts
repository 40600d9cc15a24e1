import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { totpCode, totpSettings } from '@st0r/crypto';

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
      this.lastStep = Math.max(this.lastStep, this.usedElsewhere());
      const offset = Math.max(this.lastStep + 1 - this.step(), 0);
      if (offset > 1) await new Promise((resolve) => setTimeout(resolve, 500));
      else if (this.claims(this.step() + offset)) {
        this.used(offset);
        return this.at(offset);
      }
    }
  }

  /** Remembers that the present code is used up, or the one so many half minutes from now. */
  used(offset = 0): void {
    this.lastStep = this.step() + offset;
    if (this.usedIn) writeFileSync(this.usedIn, String(this.lastStep), { mode: 0o600 });
  }

  private usedElsewhere(): number {
    return this.usedIn && existsSync(this.usedIn) ? Number(readFileSync(this.usedIn, 'utf8')) : 0;
  }

  /** True for the one who asks first for the code of this step. */
  private claims(step: number): boolean {
    if (!this.usedIn) return true;
    try {
      writeFileSync(`${this.usedIn}.${step}`, '', { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      this.lastStep = Math.max(this.lastStep, step);
      return false;
    }
  }

  private step(): number {
    return Math.floor(Date.now() / 30_000);
  }

  private at(offset: number): string {
    return totpCode(totpSettings(this.seed), Date.now() + offset * 30_000).code;
  }
}
