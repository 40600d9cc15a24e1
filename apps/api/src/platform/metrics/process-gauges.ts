import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config';
import { Connections, Statements } from '../database';
import { roomAt } from '../health/disk-room';
import { PlatformKeys } from '../keys/platform-keys';
import { Metrics, type Reading } from './metrics';

const POOL = [
  { name: 'st0r_database_connections', help: 'Connections of the pool: open, free, most allowed.', labels: ['state'] },
  { name: 'st0r_database_waiting', help: 'Requests that wait for a connection.' },
];
const STATE = [
  { name: 'st0r_database_up', help: '1 while the database answers.' },
  { name: 'st0r_sealed', help: '1 while the keys do not open this installation.' },
];
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
    this.metrics.watch(STATE, () => this.state());
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

  private async state(): Promise<Record<string, Reading[]>> {
    const up = await this.statements.run('SELECT 1').then(
      () => 1,
      () => 0,
    );
    return { st0r_database_up: [{ value: up }], st0r_sealed: [{ value: this.keys.sealedBecause === null ? 0 : 1 }] };
  }

  private async disk(): Promise<Record<string, Reading[]>> {
    const { free, size } = await roomAt(this.settings.DATA_DIR);
    return { st0r_disk_free_bytes: [{ value: free }], st0r_disk_size_bytes: [{ value: size }] };
  }
}
