import { Injectable } from '@nestjs/common';
import { parseCidr, type Cidr } from '@st0r/net';
import type { Area } from '../../../platform/authorize';
import { Sql } from '../../../platform/database';
import type { Effect } from './address-rule.entity';

/** A rule as requests are judged by it. */
export interface LiveRule {
  readonly id: string;
  readonly network: string;
  readonly block: Cidr;
  readonly effect: Effect;
  readonly area: Area;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** The rules that are not archived; those whose time is over are among them, and whoever judges looks at the clock. */
@Injectable()
export class AddressRules {
  constructor(private readonly sql: Sql) {}

  async read(): Promise<LiveRule[]> {
    const rows = await this.sql.house<
      Pick<LiveRule, 'id' | 'network' | 'effect' | 'area'> & { expiresAt: Date | null }
    >('SELECT id, network, effect, area, expires_at AS expiresAt FROM address_rule WHERE archived_at IS NULL');
    return rows.flatMap(({ expiresAt, ...rule }) => {
      const block = parseCidr(rule.network);
      return block ? [{ ...rule, block, endsAt: expiresAt ? new Date(expiresAt).getTime() : Infinity }] : [];
    });
  }
}
