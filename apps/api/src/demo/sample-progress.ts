import { Injectable } from '@nestjs/common';
import { Sql, UnitOfWork } from '../platform/database';
import { Conflict } from '../platform/errors';

const NAME = 'sample_data';
/** Longer than any single step takes: whoever has not been heard of for so long was ended. */
const SILENT_MS = 30_000;

type Kept = { finished: boolean; at: number };

/** How far the sample data is: loading takes a while, and may be ended in the middle. */
@Injectable()
export class SampleProgress {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
  ) {}

  /** True where loading began and was never finished. Installations that were loaded before this was kept count as whole. */
  async begun(): Promise<boolean> {
    const kept = await this.read();
    return kept !== undefined && !kept.finished;
  }

  /** Marks that it begins, or goes on; `alone` where nobody else can be at it, as on the command line before a start. */
  begin({ alone }: { alone: boolean }): Promise<void> {
    return this.work.run(async () => {
      const kept = await this.read({ locked: true });
      if (!alone && kept && !kept.finished && Date.now() - kept.at < SILENT_MS)
        throw new Conflict('sample_data.loading', {
          detail: 'The sample clients are being made right now. Try again in half a minute.',
        });
      await this.write({ finished: false, at: Date.now() });
    });
  }

  /** Says that it is still at it. */
  goOn(): Promise<void> {
    return this.work.run(() => this.write({ finished: false, at: Date.now() }));
  }

  finish(): Promise<void> {
    return this.work.run(() => this.write({ finished: true, at: Date.now() }));
  }

  private async read({ locked = false } = {}): Promise<Kept | undefined> {
    const [row] = await this.sql.house<{ value: string }>(
      `SELECT value FROM platform_setting WHERE name = ?${locked ? ' FOR UPDATE' : ''}`,
      [NAME],
    );
    return row && (JSON.parse(row.value) as Kept);
  }

  private async write(kept: Kept): Promise<void> {
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify(kept)],
    );
  }
}
