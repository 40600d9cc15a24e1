import type { Desk } from '../desk';

/** Brings due jobs to a desk. The table is the truth for every driver; a driver only says what to take and when. */
export abstract class JobDriver {
  abstract readonly name: 'mariadb' | 'redis';

  /** Jobs were committed that may be due; never throws and never waits. */
  abstract announce(): void;

  /** Gives jobs to `desk` until `signal` is aborted. */
  abstract serve(desk: Desk, signal: AbortSignal): Promise<void>;

  /** Something about jobs changed that people may be watching. */
  abstract changed(): void;

  /** Calls `act` when another process said `changed`; where nobody can say so, never. */
  abstract onChange(act: () => void): void;

  /** Calls `act` no more. */
  abstract offChange(act: () => void): void;

  /** Lets go of what it holds open. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
