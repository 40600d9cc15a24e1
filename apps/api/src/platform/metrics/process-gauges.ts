import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { InjectSettings, type Settings } from '../config';
import { Connections, Statements } from '../database';
import { roomAt } from '../health/disk-room';
import { PlatformKeys } from '../keys/platform-keys';
import { Metrics, type Reading } from './metrics';

const POOL = [
  { name: 'st0r_database_connections', help: 'Connections of the pool: open, free, most allowed.', labels: ['state'] },
  { name: 'st0r_database_waiting', help: 'Requests that wait for a connection.' },
];
/** Below the patience of a scrape: a database that hangs is one that is away, not one that nobody knows of. */
const HANGS_MS = 2_000;
const DATABASE = [{ name: 'st0r_database_up', help: '1 while the database answers within two seconds.' }];
const KEYS = [{ name: 'st0r_sealed', help: '1 while the keys do not open this installation.' }];
const DISK = [
  { name: 'st0r_disk_free_bytes', help: 'Free room where the data folder is.' },
  { name: 'st0r_disk_size_bytes', help: 'Size of the disk the data folder is on.' },
];

/** What this very process knows: its connections, its keys, the disk under its data. */
@Injectable()
export class ProcessGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly connections: Connections,
    private readonly statements: Statements,
    private readonly keys: PlatformKeys,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.metrics.watch(POOL, async () => this.pool());
    this.metrics.watch(DATABASE, () => this.database());
    this.metrics.watch(KEYS, async () => ({ st0r_sealed: [{ value: this.keys.sealedBecause === null ? 0 : 1 }] }));
    this.metrics.watch(DISK, () => this.disk());
  }

  private pool(): Record<string, Reading[]> {
    const { open, free, most, waiting } = this.connections.use();
    const states = Object.entries({ open, free, most });
    return {
      st0r_database_connections: states.map(([state, value]) => ({ labels: { state }, value })),
      st0r_database_waiting: [{ value: waiting }],
    };
  }

  private async database(): Promise<Record<string, Reading[]>> {
    const late = new AbortController();
    const answered = this.statements.run('SELECT 1').then(
      () => 1,
      () => 0,
    );
    const hangs = sleep(HANGS_MS, 0, { signal: late.signal }).catch(() => 0);
    const up = await Promise.race([answered, hangs]);
    late.abort();
    return { st0r_database_up: [{ value: up }] };
  }

  private async disk(): Promise<Record<string, Reading[]>> {
    const { free, size } = await roomAt(this.settings.DATA_DIR);
    return { st0r_disk_free_bytes: [{ value: free }], st0r_disk_size_bytes: [{ value: size }] };
  }
}
