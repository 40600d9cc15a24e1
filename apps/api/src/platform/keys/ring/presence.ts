import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { LiveNodes } from '../../authorize/live-nodes';
import { RequestContext } from '../../context';
import { Sql } from '../../database';
import { productVersion } from '../../health/version';
import { Log } from '../../http/log';
import { KeyWatch } from './key-watch';
import { NODE_PATIENCE_SECONDS } from './node-list';
import { NodeSelf } from './node-self';

const VERSION = productVersion();
const BEAT_MS = 3000;
/** A process that could not reach the database for this long may have missed that keys were destroyed. */
const BLIND_MS = 60_000;

/** Says every few seconds that this process runs and which root keys it holds, and hears what was decided meanwhile. */
@Injectable()
export class Presence {
  private readonly id = uuid7();
  private readonly startedAt = new Date();
  private lastSeen = Date.now();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly watch: KeyWatch,
    private readonly context: RequestContext,
    private readonly sql: Sql,
    private readonly log: Log,
    private readonly nodes: LiveNodes,
    private readonly self: NodeSelf,
  ) {}

  /** Beats until stopped. */
  async start(role: 'api' | 'worker'): Promise<void> {
    await this.beat(role);
    this.timer = setTimeout(() => {
      this.beating = this.start(role);
    }, BEAT_MS);
    this.timer.unref();
  }

  /** One beat; a database that is away is waited for. */
  async beat(role: 'api' | 'worker'): Promise<void> {
    try {
      await this.inside(async () => {
        await this.watch.look();
        await this.tell(role);
        await this.count();
      });
      this.lastSeen = Date.now();
    } catch (error) {
      this.log.warn(`Could not report this node: ${(error as { code?: string }).code ?? (error as Error).name}`);
      if (Date.now() - this.lastSeen > BLIND_MS) this.watch.blind();
    }
  }

  /** Takes this process off the list. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.beating;
    clearTimeout(this.timer);
    await this.inside(() => this.sql.house('DELETE FROM node_status WHERE id = ?', [this.id])).catch(() => undefined);
  }

  private async tell(role: string): Promise<void> {
    const { rootKeys, epoch, sealedBecause } = this.watch.report();
    await this.sql.house(
      `INSERT INTO node_status (id, name, role, started_at, seen_at, root_keys, key_epoch, sealed_because, version, traits)
       VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at), root_keys = VALUES(root_keys), key_epoch = VALUES(key_epoch),
         sealed_because = VALUES(sealed_because), traits = VALUES(traits)`,
      [
        this.id,
        `${this.self.host} ${role} ${process.pid}`,
        role,
        this.startedAt,
        rootKeys,
        epoch,
        sealedBecause?.slice(0, 500) ?? null,
        VERSION,
        JSON.stringify(await this.self.traits()),
      ],
    );
    await this.sql.house('DELETE FROM node_status WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY');
  }

  /** By the same list the status page shows: who was killed a moment ago counts until its patience is over. */
  private async count(): Promise<void> {
    const [row] = await this.sql.house<{ nodes: number }>(
      "SELECT COUNT(*) AS nodes FROM node_status WHERE role = 'api' AND seen_at > UTC_TIMESTAMP(6) - INTERVAL ? SECOND",
      [NODE_PATIENCE_SECONDS],
    );
    this.nodes.heard(Number(row?.nodes));
  }

  private inside<T>(work: () => Promise<T>): Promise<T> {
    return this.context.run({ requestId: 'presence', ip: null, userAgent: null }, work);
  }
}
