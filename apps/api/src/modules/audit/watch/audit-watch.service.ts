import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventSpool } from '../../../platform/events';
import { Log } from '../../../platform/http';
import { SealAlarm } from './seal-alarm.service';

const EVERY_MS = 5_000;
/** After a start the sealer catches up first. */
const START_MS = 30_000;

/** What a process that serves people looks after every few seconds: that events are sealed, and that kept ones get written. */
@Injectable()
export class AuditWatch implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private said = '';
  private stopped = false;

  constructor(
    private readonly alarm: SealAlarm,
    private readonly spool: EventSpool,
    private readonly log: Log,
  ) {}

  start(): void {
    this.again(START_MS);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One round. A trouble is logged when it begins, not every few seconds. */
  async look(): Promise<void> {
    const troubles = (await this.alarm.look()).map((one) => one.replace(/\d+/g, 'some')).join(' ');
    if (troubles && troubles !== this.said) this.log.error(troubles);
    this.said = troubles;
    await this.spool.replay();
  }

  private again(after: number): void {
    const round = async (): Promise<void> => {
      await this.look().catch((error: unknown) => this.log.fault(error));
      if (!this.stopped) this.again(EVERY_MS);
    };
    this.timer = setTimeout(() => void round(), after).unref();
  }
}
