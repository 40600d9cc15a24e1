/** Lets at most `places` works run at a time; the others wait in line, first come, first served. */
export class Turns {
  private readonly line: (() => void)[] = [];

  constructor(private places: number) {}

  /** Runs `work` when its turn comes, and passes the turn on whatever becomes of it. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.places > 0) this.places -= 1;
    else await new Promise<void>((resolve) => this.line.push(resolve));
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private pass(): void {
    const next = this.line.shift();
    if (next) next();
    else this.places += 1;
  }
}

/**
 * How many transactions may be open in a pool of this size. The rest of it is kept for what runs beside a transaction:
 * otherwise as many transactions as there are connections would each wait for one more, for ever.
 */
export const turnsOf = (poolSize: number): number => Math.max(1, poolSize - Math.max(1, Math.floor(poolSize / 4)));
