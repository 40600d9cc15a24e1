import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../platform/config';
import { LeaseHeld, LeaseLost, Sql, UnitOfWork, underLease, type StillAlone } from '../platform/database';
import { Conflict } from '../platform/errors';

const NAME = 'sample_data';

/** How far the sample data is: loading takes a while, may be ended in the middle, and is done by one process at a time. */
@Injectable()
export class SampleProgress {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Loads while nobody else does, from the command line or the first run; `act` asks now and then whether that is so. */
  async alone<T>(act: (still: StillAlone) => Promise<T>): Promise<T> {
    try {
      return await underLease(this.settings, NAME, act);
    } catch (error) {
      throw error instanceof LeaseHeld || error instanceof LeaseLost ? loading() : error;
    }
  }

  /** True where loading began and was never finished. Installations that were loaded before this was kept count as whole. */
  async begun(): Promise<boolean> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    return row !== undefined && !(JSON.parse(row.value) as { finished: boolean }).finished;
  }

  begin(): Promise<void> {
    return this.write({ finished: false });
  }

  finish(): Promise<void> {
    return this.write({ finished: true });
  }

  private write(kept: { finished: boolean }): Promise<void> {
    const text =
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)';
    return this.work.run(async () => void (await this.sql.house(text, [NAME, JSON.stringify(kept)])));
  }
}

const loading = (): Conflict =>
  new Conflict('sample_data.loading', {
    detail: 'The sample clients are being made right now, by somebody else. Look again in half a minute.',
  });
