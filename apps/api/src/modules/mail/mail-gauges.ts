import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { Sql } from '../../platform/database';
import { Metrics, type Reading } from '../../platform/metrics';
import { MAIL_STATES } from './mail.entity';

const WORDS = [{ name: 'st0r_mails', help: 'Mails of the last 24 hours, by what became of them.', labels: ['state'] }];

/** Tells Prometheus how mails fare. */
@Injectable()
export class MailGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  onModuleInit(): void {
    this.metrics.watch(WORDS, async () => ({ st0r_mails: await this.byState() }));
  }

  private async byState(): Promise<Reading[]> {
    const rows = await this.context.run({ requestId: 'metrics', ip: null, userAgent: null }, () =>
      this.sql.house<{ state: string; n: string }>(
        'SELECT state, COUNT(*) AS n FROM mail WHERE created_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY GROUP BY state',
      ),
    );
    return MAIL_STATES.map((state) => ({
      labels: { state },
      value: Number(rows.find((row) => row.state === state)?.n ?? 0),
    }));
  }
}
