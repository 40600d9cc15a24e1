import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Sql, UnitOfWork } from '../../../platform/database';

/** Challenges that were answered. Each is good for one answer, on whichever node. */
@Injectable()
export class SpentChallenges {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
  ) {}

  /** True for the first who claims it, whatever becomes of the answer. */
  claim(challenge: Buffer, until: Date): Promise<boolean> {
    const hash = createHash('sha256').update(challenge).digest();
    // Named: a try of the same sign-in that the database took back has not let anybody in yet.
    return this.work.runApart(() => this.first(hash, until), `challenge ${hash.toString('hex')}`);
  }

  private async first(hash: Buffer, until: Date): Promise<boolean> {
    await this.sql.house('DELETE FROM spent_challenge WHERE expires_at < UTC_TIMESTAMP(6) LIMIT 100');
    const result = (await this.sql.house('INSERT IGNORE INTO spent_challenge (hash, expires_at) VALUES (?, ?)', [
      hash,
      until,
    ])) as unknown as { affectedRows: number };
    return result.affectedRows === 1;
  }
}
