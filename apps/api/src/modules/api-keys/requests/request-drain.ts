import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { RequestContext } from '../../../platform/context';
import { Log } from '../../../platform/http';
import { RequestLog } from './request-log';
import type { RequestRow } from './request-row';
import type { Segment } from './request-spool';
import { RequestStore } from './request-store';

const EVERY_MS = 500;
const ADOPT_EVERY = 120;

/** Brings the spool into the database, in order, twice a second; what the database cannot take now waits on the disk. */
@Injectable()
export class RequestDrain implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private rounds = 0;

  constructor(
    private readonly log: RequestLog,
    private readonly store: RequestStore,
    private readonly context: RequestContext,
    private readonly faults: Log,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Only a process that serves requests has a spool to bring in. */
  onApplicationBootstrap(): void {
    if (!this.host.httpAdapter) return;
    this.timer = setInterval(() => void this.round(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.host.httpAdapter) await this.round();
  }

  /** One round; rounds never overlap, and none of them fails: what is left is there for the next. */
  round(): Promise<void> {
    this.running ??= this.bring()
      .catch((error: unknown) => this.faults.fault(error))
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  private async bring(): Promise<void> {
    if (this.rounds++ % ADOPT_EVERY === 0) this.log.spool.adopt();
    const segments = await this.log.spool.seal();
    const origin = { requestId: randomUUID(), ip: null, userAgent: 'clientst0r' };
    await this.context.run(origin, async () => {
      for (const segment of segments) await this.bringOne(segment);
    });
  }

  private async bringOne(segment: Segment): Promise<void> {
    const lines = (await readFile(segment.path, 'utf8')).split('\n').filter(Boolean);
    await this.store.store(lines.flatMap((line) => this.read(line)));
    await this.log.spool.remove(segment);
  }

  /** A power cut may leave half a row at the end of a file; it is told, not passed over. */
  private read(line: string): RequestRow[] {
    try {
      return [JSON.parse(line) as RequestRow];
    } catch (error) {
      this.faults.fault(error);
      return [];
    }
  }
}
