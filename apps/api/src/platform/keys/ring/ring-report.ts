import { Injectable } from '@nestjs/common';
import { PlatformKeys } from '../platform-keys';
import { NodeList, type RunningNode } from './node-list';
import { RootRing, type RootKeyRow } from './root-ring';
import { Wraps } from './wraps';

/** One version of the root key with what depends on it. */
export interface RingKey extends RootKeyRow {
  /** Data keys wrapped under it. */
  wraps: number;
  /** Running processes that do not hold it although they should; their names. */
  missingAt: string[];
}

/** Everything about the root keys that may be shown. */
export interface RingReport {
  /** Where this process has its keyring from. */
  place: string;
  warning: string | null;
  keys: RingKey[];
  nodes: RunningNode[];
}

/** What an operator looks at before and after every step. */
@Injectable()
export class RingReports {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly ring: RootRing,
    private readonly nodes: NodeList,
    private readonly wraps: Wraps,
  ) {}

  async read(): Promise<RingReport> {
    const rows = await this.ring.rows();
    const counts = await this.wraps.count();
    const keys: RingKey[] = [];
    for (const row of rows) {
      const lacking = row.state === 'retired' ? [] : await this.nodes.lacking(row);
      keys.push({ ...row, wraps: counts.get(row.version) ?? 0, missingAt: lacking.map(({ name }) => name) });
    }
    const { place, warning } = this.keys.provider;
    return { place, warning, keys, nodes: await this.nodes.running() };
  }
}
