import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sql } from '../database';
import type { JobState } from './job.entity';

const LOOK_MS = 150;

/** Waits for the end of a job, for callers who would rather have the answer now. */
@Injectable()
export class JobWait {
  constructor(private readonly sql: Sql) {}

  /** True when it has ended within so many seconds. */
  async untilEnded(id: string, seconds: number): Promise<boolean> {
    for (const until = Date.now() + seconds * 1000; ;) {
      const [row] = await this.sql.house<{ state: JobState }>('SELECT state FROM job WHERE id = ?', [id]);
      if (!row || !['queued', 'running'].includes(row.state)) return true;
      if (Date.now() >= until) return false;
      await sleep(LOOK_MS);
    }
  }
}
