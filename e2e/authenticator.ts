import { totpCode, totpSettings } from '@st0r/crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The authenticator app on somebody's phone. */
export class Authenticator {
  private readonly seed: Buffer;
  private lastStep = 0;

  /** `elapse` makes a code that was shown count as long ago; without it half a minute is waited for, as people do. */
  constructor(
    secret: string,
    private readonly elapse?: () => Promise<void>,
  ) {
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

  /** A code that counts as not shown before, of a phone whose clock is half a minute off at most. */
  async fresh(): Promise<string> {
    if (this.elapse) {
      await this.elapse();
      return this.at(0);
    }
    while (this.step() + 1 <= this.lastStep) await new Promise((resolve) => setTimeout(resolve, 500));
    const offset = Math.max(this.lastStep + 1 - this.step(), 0);
    this.used(offset);
    return this.at(offset);
  }

  /** Remembers that the present code is used up, or the one so many half minutes from now. */
  used(offset = 0): void {
    this.lastStep = this.step() + offset;
  }

  private step(): number {
    return Math.floor(Date.now() / 30_000);
  }

  private at(offset: number): string {
    return totpCode(totpSettings(this.seed), Date.now() + offset * 30_000).code;
  }
}
