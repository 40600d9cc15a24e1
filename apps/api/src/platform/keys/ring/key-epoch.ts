import { Injectable } from '@nestjs/common';
import { Sql } from '../../database';

/** A number that goes up whenever opened keys must be forgotten everywhere; every process watches it. */
@Injectable()
export class KeyEpoch {
  private readonly forgetting: (() => void)[] = [];
  private seen = 0;

  constructor(private readonly sql: Sql) {}

  /** The epoch this process lives in. */
  get present(): number {
    return this.seen;
  }

  /** Calls `forget` whenever opened keys must go. */
  onTurn(forget: () => void): void {
    this.forgetting.push(forget);
  }

  /** Begins a new epoch with the present unit of work; answers its number. */
  async turn(): Promise<number> {
    const [row] = await this.sql.house<{ epoch: number }>(
      'INSERT INTO key_epoch (one, epoch) VALUES (1, 1) ON DUPLICATE KEY UPDATE epoch = epoch + 1 RETURNING epoch',
    );
    return Number(row?.epoch);
  }

  /** Looks whether a new epoch has begun. */
  async watch(): Promise<void> {
    const [row] = await this.sql.house<{ epoch: number }>('SELECT epoch FROM key_epoch');
    const epoch = Number(row?.epoch ?? 0);
    if (epoch === this.seen) return;
    this.forget();
    this.seen = epoch;
  }

  /** Forgets every opened key now; they are opened again where they still can be. */
  forget(): void {
    for (const forget of this.forgetting) forget();
  }
}
