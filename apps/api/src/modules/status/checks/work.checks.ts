import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Sql } from '../../../platform/database';
import { QueueFacts } from '../../../platform/health/queue-facts';
import { NodeList } from '../../../platform/keys';
import { ScheduleService } from '../../jobs';
import { MailSettings } from '../../mail';
import { ok, warning, wrong, type Check, type Verdict } from '../finding';
import { alike } from './alike';

/** Nobody carries jobs out when the oldest has been due for this long. */
const JOBS_LATE_SECONDS = 600;
/** A time that passed so long ago was missed. */
const SCHEDULE_LATE_MS = 10 * 60_000;

/** What happens after answers have left: workers, jobs, schedules, mails. */
@Injectable()
export class WorkChecks {
  readonly checks: readonly Check[] = [
    { name: 'worker', look: () => this.worker() },
    { name: 'nodes', look: async () => alike(await this.nodes.running()) },
    { name: 'jobs', look: () => this.jobs() },
    { name: 'schedules', look: () => this.due() },
    { name: 'mail', look: () => this.mail() },
    { name: 'redis', look: () => this.redis() },
  ];

  constructor(
    private readonly sql: Sql,
    private readonly nodes: NodeList,
    private readonly queue: QueueFacts,
    private readonly schedules: ScheduleService,
    private readonly mails: MailSettings,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  private async worker(): Promise<Verdict> {
    const running = (await this.nodes.running()).filter(({ role }) => role === 'worker');
    if (running.length === 0) return wrong('No worker runs: jobs, mails and seals wait. systemctl start st0r-worker');
    return ok(running.map(({ name }) => name).join(', '));
  }

  private async jobs(): Promise<Verdict> {
    const paces = await this.queue.read();
    const sum = (figure: 'waiting' | 'running' | 'dead'): number =>
      paces.reduce((total, one) => total + one[figure], 0);
    const age = Math.max(...paces.map(({ oldestSeconds }) => oldestSeconds));
    const says = `Waiting: ${sum('waiting')} (the oldest for ${age} s), running: ${sum('running')}, dead letters: ${sum('dead')}`;
    if (age > JOBS_LATE_SECONDS) return wrong(`${says}. Is a worker running?`);
    return sum('dead') > 0 ? warning(`${says}. See Administration, Jobs.`) : ok(`${says}.`);
  }

  private async due(): Promise<Verdict> {
    const all = await this.schedules.list();
    const late = all.filter((one) => !one.paused && Date.now() - Number(new Date(one.nextAt)) > SCHEDULE_LATE_MS);
    if (late.length > 0)
      return wrong(`Nobody began ${late.map(({ title }) => title).join(', ')}: is a worker running?`);
    const failed = all.filter(({ lastState }) => lastState === 'failed');
    if (failed.length > 0) return warning(`Failed last time: ${failed.map(({ title }) => title).join(', ')}`);
    const paused = all.filter((one) => one.paused).length;
    return ok(`All ${all.length} in their time${paused > 0 ? `, ${paused} of them paused` : ''}.`);
  }

  private async mail(): Promise<Verdict> {
    const known = await this.mails.configured();
    const [row] = await this.sql.house<{ lost: string }>(
      "SELECT COUNT(*) AS lost FROM mail WHERE state IN ('failed', 'bounced') AND created_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY",
    );
    if (!known) return warning('No mail server is set: links are shown once to the inviting person.');
    const lost = Number(row?.lost ?? 0);
    return lost > 0
      ? warning(`Mails of the last day that did not arrive: ${lost}. See Administration, Mail.`)
      : ok('A mail server is set.');
  }

  private async redis(): Promise<Verdict> {
    const { REDIS_URL } = this.settings;
    if (!REDIS_URL) return ok('Not used: MariaDB hands out the jobs.');
    const { RedisLink } = await import('../../../platform/jobs/drivers/redis-link');
    const link = new RedisLink(REDIS_URL, { log: () => undefined, warn: () => undefined });
    try {
      return ok(`Answers ${await link.ping()}.`);
    } finally {
      link.close();
    }
  }
}
