import { Injectable } from '@nestjs/common';
import type { RootKeyFacts } from '@st0r/crypto';
import { Sql } from '../../database';
import type { Traits } from './node-self';

/** A process that runs, or was killed a moment ago, and the root keys it holds. */
export interface RunningNode {
  id: string;
  name: string;
  role: 'api' | 'worker';
  startedAt: string;
  seenAt: string;
  rootKeys: RootKeyFacts[];
  keyEpoch: number;
  sealedBecause: string | null;
  /** The release it runs; null for one too old to say. */
  version: string | null;
  /** What it must have in common with the others; none for one too old to say. */
  traits: Traits;
}

/** Who was silent for longer than this has ended without saying so. */
export const NODE_PATIENCE_SECONDS = 30;

/** The processes of this installation, by their own word. */
@Injectable()
export class NodeList {
  constructor(private readonly sql: Sql) {}

  /** Every process that runs, longest first. */
  async running(): Promise<RunningNode[]> {
    const rows = await this.sql.house<
      Omit<RunningNode, 'rootKeys' | 'traits'> & { rootKeys: string; traits: string | null }
    >(
      `SELECT id, name, role, started_at AS startedAt, seen_at AS seenAt, root_keys AS rootKeys, key_epoch AS keyEpoch,
         sealed_because AS sealedBecause, version, traits
       FROM node_status WHERE seen_at > UTC_TIMESTAMP(6) - INTERVAL ? SECOND ORDER BY started_at, id`,
      [NODE_PATIENCE_SECONDS],
    );
    return rows.map((row) => ({
      ...row,
      keyEpoch: Number(row.keyEpoch),
      rootKeys: JSON.parse(row.rootKeys) as RootKeyFacts[],
      traits: JSON.parse(row.traits ?? '{}') as Traits,
    }));
  }

  /** Running processes that do not hold these very bytes, for whatever reason. */
  async lacking({ version, check }: Pick<RootKeyFacts, 'version' | 'check'>): Promise<RunningNode[]> {
    const nodes = await this.running();
    return nodes.filter(
      ({ rootKeys }) =>
        !rootKeys.some((held) => held.version === version && held.check === check && held.state !== 'retired'),
    );
  }
}
