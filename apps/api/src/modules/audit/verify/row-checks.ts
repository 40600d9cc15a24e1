import type { KeyObject } from 'node:crypto';
import { macOf, type StoredEvent } from '../seal/stored-event';
import type { BadRow, Findings } from './verify-report';

/** Clocks of a database move backwards a little when rows commit out of order; more than this is worth a word. */
const TOLERATED_MS = 60_000;

/** Checks that need only the rows, in order: who wrote each, whether one is missing before it, and the clock. */
export class RowChecks {
  private readonly lanes = new Map<string, number>();
  private latest = 0;

  /** `fromStart` says that every lane must begin with number one. */
  constructor(
    private readonly key: KeyObject,
    private readonly findings: Findings,
    private readonly fromStart: boolean,
  ) {}

  /** True when the row is what one of our processes wrote. */
  check(event: StoredEvent, place: Pick<BadRow, 'seq' | 'n'>): boolean {
    if (!macOf(event, this.key).equals(event.mac)) {
      this.findings.breaks({ ...place, reason: 'This event was changed, or written by somebody else.' });
      return false;
    }
    this.checkLane(event, place);
    this.checkClock(event);
    return true;
  }

  private checkLane({ node, node_seq: number }: StoredEvent, place: Pick<BadRow, 'seq' | 'n'>): void {
    const before = this.lanes.get(node) ?? (this.fromStart ? 0 : number - 1);
    this.lanes.set(node, number);
    if (number === before + 1) return;
    const missing = number - before - 1;
    this.findings.bad({
      ...place,
      reason: `${missing === 1 ? 'An event' : `${missing} events`} before this one were removed (${node}, after number ${before}).`,
    });
  }

  private checkClock({ occurred_at: text }: StoredEvent): void {
    const moment = Date.parse(`${text.replace(' ', 'T')}Z`);
    if (moment < this.latest - TOLERATED_MS) this.findings.counts.clockRegressions += 1;
    else this.latest = Math.max(this.latest, moment);
  }
}
