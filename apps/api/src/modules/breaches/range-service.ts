import type { Outgoing } from '../../platform/outgoing';
import { RANGE_DIGITS, countInRange, type BreachSource } from './breach-source';

/** Whoever sets a password waits this long at most. */
const PATIENCE_MS = 2_000;
/** A padded range is about 40 KiB. */
const MAX_BYTES = 512 * 1024;

/** A service that answers ranges, such as that of Have I Been Pwned: it learns five digits of forty. */
export class RangeService implements BreachSource {
  constructor(
    private readonly outgoing: Outgoing,
    /** The address before the five digits. */
    private readonly base: string,
  ) {}

  async count(hash: string): Promise<number> {
    const url = `${this.base.replace(/\/$/, '')}/${hash.slice(0, RANGE_DIGITS)}`;
    const { status, body } = await this.outgoing.call('breaches', url, {
      // Without padding the length of an answer would tell which range was asked for.
      headers: { 'add-padding': 'true' },
      timeoutMs: PATIENCE_MS,
      maxBytes: MAX_BYTES,
    });
    if (status !== 200 || body.length === 0) throw new Error(`The list of breached passwords answered ${status}.`);
    return countInRange(body.toString('latin1'), hash.slice(RANGE_DIGITS));
  }
}
