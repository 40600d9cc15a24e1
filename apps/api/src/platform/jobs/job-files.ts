import { Injectable } from '@nestjs/common';
import { Sql } from '../database';

const PIECE_BYTES = 1024 * 1024;

/** The file a job works on. It is kept with the job and forgotten when the job is done. */
@Injectable()
export class JobFiles {
  constructor(private readonly sql: Sql) {}

  /** Keeps a file for a job queued in the same unit of work. */
  async keep(jobId: string, content: Buffer): Promise<void> {
    for (let part = 0; part * PIECE_BYTES < Math.max(1, content.length); part += 1)
      await this.sql.house('INSERT INTO job_file (job_id, part, content) VALUES (?, ?, ?)', [
        jobId,
        part,
        content.subarray(part * PIECE_BYTES, (part + 1) * PIECE_BYTES),
      ]);
  }

  /** The file piece by piece, so that memory holds one of them. */
  async *read(jobId: string): AsyncGenerator<Buffer> {
    for (let part = 0; ; part += 1) {
      const [row] = await this.sql.house<{ content: Buffer }>(
        'SELECT content FROM job_file WHERE job_id = ? AND part = ?',
        [jobId, part],
      );
      if (!row) return;
      yield row.content;
    }
  }

  /** The whole file. */
  async whole(jobId: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(jobId)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}
