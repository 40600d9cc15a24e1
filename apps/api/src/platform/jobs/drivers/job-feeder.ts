import type { Queue } from 'bullmq';
import type { UnitOfWork } from '../../database';
import { PACES, type Pace } from '../job.entity';

const BATCH = 500;
/** A job nobody has taken this long after it was handed over is handed over again: Redis may have lost it. */
const STALE_SECONDS = 120;

interface Waiting {
  id: string;
  attempt: number;
}

/** Moves ids of due jobs into Redis. The row is the job; what stands in Redis is only its turn. */
export class JobFeeder {
  private feeding: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly queues: Readonly<Record<Pace, () => Queue>>,
  ) {}

  /** Hands over everything due; calls while it runs are made up for by one more round. */
  feed(): Promise<void> {
    if (this.feeding) {
      this.again = true;
      return this.feeding;
    }
    this.feeding = this.rounds().finally(() => (this.feeding = undefined));
    return this.feeding;
  }

  /** Forgets what was handed over, so that all of it is handed over anew. */
  async forget(): Promise<void> {
    const rows = await this.query("SELECT id FROM job WHERE state = 'queued' AND handed_at IS NOT NULL", []);
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += BATCH) await this.mark('NULL', ids.slice(at, at + BATCH));
  }

  private async rounds(): Promise<void> {
    do {
      this.again = false;
      for (const pace of PACES) while ((await this.handOver(pace)) === BATCH);
    } while (this.again);
  }

  private async handOver(pace: Pace): Promise<number> {
    const due = (await this.query(
      `SELECT id, attempt FROM job FORCE INDEX (claims) WHERE state = 'queued' AND pace = ? AND due_at <= UTC_TIMESTAMP(6)
         AND (handed_at IS NULL OR handed_at < UTC_TIMESTAMP(6) - INTERVAL ${STALE_SECONDS} SECOND) ORDER BY due_at, id LIMIT ${BATCH}`,
      [pace],
    )) as Waiting[];
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    // Marked first: whoever takes its turn and fails at once asks for another one, and that mark has to be the last word.
    await this.mark('UTC_TIMESTAMP(6)', ids);
    try {
      await this.turns(pace, due);
    } catch (error) {
      await this.mark('NULL', ids);
      throw error;
    }
    return due.length;
  }

  private async turns(pace: Pace, due: readonly Waiting[]): Promise<void> {
    const once = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
    await this.queues[pace]().addBulk(
      due.map(({ id, attempt }) => ({
        name: 'turn',
        data: { id },
        opts: { ...once, jobId: `${id}-${attempt}-${Date.now()}` },
      })),
    );
  }

  /** By primary key, as jobs end: reaching one row by two indexes is how two statements lock each other out. */
  private async mark(moment: 'NULL' | 'UTC_TIMESTAMP(6)', ids: readonly string[]): Promise<void> {
    await this.query(
      `UPDATE job FORCE INDEX (PRIMARY) SET handed_at = ${moment} WHERE state = 'queued' AND id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
  }

  private query(text: string, params: readonly unknown[]): Promise<unknown> {
    return this.work.outside(() => this.work.statements.run(text, [...params]));
  }
}
