import { Unavailable } from '../errors';

/** Lets at most `places` works run at a time; the others wait in line, first come, first served, for `patience` ms or for ever. */
export class Turns {
  private readonly line = new Set<() => void>();

  constructor(
    private places: number,
    private readonly patience?: number,
  ) {}

  /** Answers when the turn has come, with what passes it on. */
  async enter(): Promise<() => void> {
    if (this.places > 0) this.places -= 1;
    else await this.wait();
    let left = false;
    return () => {
      if (!left) this.pass();
      left = true;
    };
  }

  /** Runs `work` when its turn comes, and passes the turn on whatever becomes of it. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  private wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const called = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const giveUp = (): void => {
        this.line.delete(called);
        reject(new Unavailable('database.busy', 'The database is too busy to take this now. Try again in a moment.'));
      };
      const timer = this.patience === undefined ? undefined : setTimeout(giveUp, this.patience);
      this.line.add(called);
    });
  }

  private pass(): void {
    const [next] = this.line;
    if (!next) {
      this.places += 1;
      return;
    }
    this.line.delete(next);
    next();
  }
}

/**
 * How many transactions may be open in a pool of this size. The rest of it is kept for what runs beside a transaction:
 * otherwise as many transactions as there are connections would each wait for one more, for ever.
 */
export const turnsOf = (poolSize: number): number => Math.max(1, poolSize - Math.max(1, Math.floor(poolSize / 4)));
