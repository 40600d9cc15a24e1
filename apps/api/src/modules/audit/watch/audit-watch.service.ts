import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventSpool } from '../../../platform/events';
import { Log } from '../../../platform/http';
import { SealAlarm } from './seal-alarm.service';

const EVERY_MS = 5_000;

/** What a process that serves people looks after every few seconds: that events are sealed, and that kept ones get written. */
@Injectable()
export class AuditWatch implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private said = '';

  constructor(
    private readonly alarm: SealAlarm,
    private readonly spool: EventSpool,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look().catch((error: unknown) => this.log.fault(error)), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One round. A trouble is logged when it begins, not every few seconds. */
  async look(): Promise<void> {
    const troubles = (await this.alarm.look()).map((one) => one.replace(/\d+/g, 'some')).join(' ');
    if (troubles && troubles !== this.said) this.log.error(troubles);
    this.said = troubles;
    await this.spool.replay();
  }
}
