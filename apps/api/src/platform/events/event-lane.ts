import { randomBytes } from 'node:crypto';

/** A numbered line of events: one transaction at a time writes to it, so its numbers have no gaps unless a row was removed. */
export interface EventLane {
  /** 16 hexadecimal digits; the `node` column. */
  readonly node: string;
  /** Last number that was committed. */
  last: number;
}

/**
 * The lanes of this process. A number is used up only by a commit, and a lane whose commit is in doubt is never used
 * again: so neither a rollback nor a killed process leaves a gap, and every gap means that a row was taken out.
 */
export class EventLanes {
  private readonly free: EventLane[] = [];

  /** A lane for one transaction; the one used last comes first, so that few are in use. */
  take(): EventLane {
    return this.free.pop() ?? { node: randomBytes(8).toString('hex'), last: 0 };
  }

  /** Gives a lane back after its transaction committed `count` events; after a failure it is simply dropped. */
  committed(lane: EventLane, count: number): void {
    lane.last += count;
    this.free.push(lane);
  }
}
