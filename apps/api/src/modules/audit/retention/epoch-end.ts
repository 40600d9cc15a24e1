import { PROOF_BLOCK } from '@st0r/crypto';
import type { AccountDatabase } from '../../../platform/database';
import { stamp } from '../../../platform/events/event-text';
import type { Epoch } from '../seal/epoch';
import type { RetentionRules } from './retention-rules.service';

const DAY_MS = 86_400_000;
/** Events do not commit in the order of their times; this far behind the limit, none is younger than it. */
const MARGIN_MS = 3_600_000;

/** Finds the last event that may go. */
export class EpochEnd {
  constructor(
    private readonly database: AccountDatabase,
    private readonly epoch: Epoch,
  ) {}

  /** Its place in the chain, at the end of a block; that of the present epoch when none may go. */
  async find({ days, holds }: RetentionRules, now: Date): Promise<{ to: number; because: string | null }> {
    if (holds.some(({ organisationId }) => organisationId === null)) return this.none('Everything is on legal hold.');
    const limit = stamp(new Date(now.getTime() - days * DAY_MS - MARGIN_MS));
    const old = await this.lastBefore(limit);
    const held = await this.firstOf(holds.flatMap(({ organisationId }) => organisationId ?? []));
    const most = Math.min(old, held === undefined ? old : held - 1);
    const to = Math.max(this.epoch.lastSeq, most - (most % PROOF_BLOCK));
    if (to > this.epoch.lastSeq) return { to, because: most < old ? 'The rest is on legal hold.' : null };
    return this.none(most < old ? 'Older events are on legal hold.' : `No block of events is older than ${days} days.`);
  }

  private none(because: string): { to: number; because: string } {
    return { to: this.epoch.lastSeq, because };
  }

  /** The last seal whose event was written before the limit. Times grow with the numbers: halving finds it in a few reads. */
  private async lastBefore(limit: string): Promise<number> {
    const [top] = await this.database.query<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM event_seal');
    let [low, high] = [this.epoch.lastSeq, top?.seq ?? this.epoch.lastSeq];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const [row] = await this.database.query<{ old: number }>(
        'SELECT e.occurred_at < ? AS old FROM event_seal s JOIN event e ON e.n = s.event_n WHERE s.seq = ?',
        [limit, middle],
      );
      if (Number(row?.old ?? 1) === 1) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private async firstOf(organisations: readonly string[]): Promise<number | undefined> {
    if (organisations.length === 0) return undefined;
    const [row] = await this.database.query<{ seq: number | null }>(
      `SELECT MIN(s.seq) AS seq FROM event_seal s JOIN event e ON e.n = s.event_n
       WHERE e.organisation_id IN (${organisations.map(() => '?').join(', ')}) AND s.seq > ?`,
      [...organisations, this.epoch.lastSeq],
    );
    return row?.seq ?? undefined;
  }
}
