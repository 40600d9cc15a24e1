import type { UnitOfWork } from '../database';

/** How far a job has come. */
export interface Progress {
  readonly done: number;
  /** Left out while nobody knows. */
  readonly total?: number;
  /** What is counted: rows, hosts. */
  readonly unit?: string;
  readonly message?: string;
}

/** Progress is written at most this often, so that counting rows costs nothing. */
const EVERY_MS = 250;

interface Parts {
  readonly id: string;
  readonly attempt: number;
  readonly worker: string;
  readonly signal: AbortSignal;
}

/** What a handler knows of its own run. */
export class JobRun {
  private writtenAt = 0;

  constructor(
    private readonly parts: Parts,
    private readonly work: UnitOfWork,
  ) {}

  get id(): string {
    return this.parts.id;
  }
  /** 1 for the first. */
  get attempt(): number {
    return this.parts.attempt;
  }
  /** Aborted when the job is cancelled, out of time, or this process is being stopped. Hand it on, and check it between steps. */
  get signal(): AbortSignal {
    return this.parts.signal;
  }

  /** Says how far it is, beside the transaction so that others see it now; throws when the run is to stop. */
  async progress({ done, total, unit, message }: Progress): Promise<void> {
    this.parts.signal.throwIfAborted();
    const finished = total !== undefined && done >= total;
    if (!finished && Date.now() - this.writtenAt < EVERY_MS) return;
    this.writtenAt = Date.now();
    await this.work.outside(() =>
      this.work.statements.run(
        `UPDATE job SET progress_done = ?, progress_total = ?, progress_unit = ?, progress_message = ?, changed_at = UTC_TIMESTAMP(6)
         WHERE id = ? AND worker = ? AND attempt = ? AND state = 'running'`,
        [
          Math.trunc(done),
          total === undefined ? null : Math.trunc(total),
          unit?.slice(0, 40) ?? null,
          message?.slice(0, 255) ?? null,
          this.parts.id,
          this.parts.worker,
          this.parts.attempt,
        ],
      ),
    );
  }
}
