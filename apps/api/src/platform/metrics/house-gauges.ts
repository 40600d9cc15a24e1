import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SealWatch } from '../events';
import { CertificateWatch } from '../health/certificate-watch';
import { LastBackup } from '../health/last-backup';
import { QueueFacts, type PaceFacts } from '../health/queue-facts';
import { Metrics, type Reading } from './metrics';

const DAY_SECONDS = 86_400;
const BACKUP = [
  {
    name: 'st0r_backup_age_seconds',
    help: 'Age of the newest backup (state made), and of the newest that was restored to see whether it can be (state verified).',
    labels: ['state'],
  },
];
const QUEUE = [
  { name: 'st0r_jobs_waiting', help: 'Jobs that are due and not begun.', labels: ['pace'] },
  { name: 'st0r_jobs_running', help: 'Jobs under way, on all nodes.', labels: ['pace'] },
  { name: 'st0r_jobs_dead', help: 'Jobs that failed for good and are still kept.', labels: ['pace'] },
  { name: 'st0r_jobs_oldest_seconds', help: 'How long the oldest job has been due.', labels: ['pace'] },
];
const SEALS = [
  { name: 'st0r_seal_lag_seconds', help: 'How long the oldest event has waited for its seal.' },
  { name: 'st0r_clock_skew_seconds', help: "How far this process' clock is ahead of the database's." },
];
const CERTIFICATE = [
  { name: 'st0r_certificate_days', help: 'Days until the certificate behind PUBLIC_URL ends.', labels: ['host'] },
];

/** What all processes of the installation would answer alike: queue, seals, backups, the certificate. */
@Injectable()
export class HouseGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly seals: SealWatch,
    private readonly queue: QueueFacts,
    private readonly backup: LastBackup,
    private readonly certificates: CertificateWatch,
  ) {}

  onModuleInit(): void {
    this.metrics.watch(QUEUE, () => this.jobs());
    this.metrics.watch(SEALS, () => this.sealing());
    this.metrics.watch(BACKUP, () => this.backups());
    this.metrics.watch(CERTIFICATE, () => this.certificate());
  }

  private async jobs(): Promise<Record<string, Reading[]>> {
    const paces = await this.queue.read();
    const each = (figure: (one: PaceFacts) => number): Reading[] =>
      paces.map((one) => ({ labels: { pace: one.pace }, value: figure(one) }));
    return {
      st0r_jobs_waiting: each(({ waiting }) => waiting),
      st0r_jobs_running: each(({ running }) => running),
      st0r_jobs_dead: each(({ dead }) => dead),
      st0r_jobs_oldest_seconds: each(({ oldestSeconds }) => oldestSeconds),
    };
  }

  private async sealing(): Promise<Record<string, Reading[]>> {
    const { lagSeconds, skewSeconds } = await this.seals.state();
    return { st0r_seal_lag_seconds: [{ value: lagSeconds }], st0r_clock_skew_seconds: [{ value: skewSeconds }] };
  }

  private async backups(): Promise<Record<string, Reading[]>> {
    const { madeAt = null, verifiedFrom = null } = (await this.backup.read()) ?? {};
    const ages = Object.entries({ made: madeAt, verified: verifiedFrom }).flatMap(([state, at]) =>
      at ? [{ labels: { state }, value: (Date.now() - at.getTime()) / 1000 }] : [],
    );
    return { st0r_backup_age_seconds: ages };
  }

  private async certificate(): Promise<Record<string, Reading[]>> {
    const served = await this.certificates.look();
    if (!served) return {};
    const days = (served.validUntil.getTime() - Date.now()) / 1000 / DAY_SECONDS;
    return { st0r_certificate_days: [{ labels: { host: served.host }, value: days }] };
  }
}
