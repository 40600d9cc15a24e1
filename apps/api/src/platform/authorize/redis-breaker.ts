/** How many answers in a row may fail to come before nobody waits for one any more. */
const MOST_FAILURES = 3;
/** How often somebody looks whether it is back. */
const LOOK_EVERY_MS = 500;

/** Hears when limits are counted elsewhere, and when that ends. */
export interface BreakerEar {
  degraded(): void;
  restored(): void;
}

/** Leaves Redis alone after three answers that did not come, until it answers again: no request waits for it meanwhile. */
export class RedisBreaker {
  private failures = 0;
  private away = false;
  private closed = false;
  /** A start counts as a return: what an earlier process counted elsewhere is not known here. */
  private returnedAt = performance.now();

  constructor(
    private readonly probe: () => Promise<void>,
    private readonly ear: BreakerEar,
  ) {}

  /** The answer, or undefined where there is none. */
  async ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (this.away) return undefined;
    try {
      const answer = await question();
      this.failures = 0;
      return answer;
    } catch {
      this.failed();
      return undefined;
    }
  }

  /** The connection ended: whatever is at its other end next time may have forgotten everything. */
  lost(): void {
    this.returnedAt = performance.now();
  }

  secondsSinceReturn(): number {
    return (performance.now() - this.returnedAt) / 1000;
  }

  close(): void {
    this.closed = true;
  }

  private failed(): void {
    this.failures += 1;
    // One that answered too late this once may have counted, and what was counted instead must not be forgotten.
    this.lost();
    if (this.away || this.closed || this.failures < MOST_FAILURES) return;
    this.away = true;
    this.ear.degraded();
    this.lookLater();
  }

  private lookLater(): void {
    setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    if (this.closed) return;
    try {
      await this.probe();
    } catch {
      return this.lookLater();
    }
    this.failures = 0;
    this.lost();
    this.away = false;
    this.ear.restored();
  }
}
