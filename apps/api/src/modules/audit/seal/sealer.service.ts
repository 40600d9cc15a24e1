import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Log } from '../../../platform/http';
import { Leadership } from './leadership';
import { ChainBroken } from './sealed-chain';

const IDLE_MS = 500;
const TROUBLE_MS = 2_000;

/**
 * Gives committed events their one order: a gapless chain of hashes and signed checkpoints. Runs in the worker; of
 * several, the one that holds the lease seals and the others wait. Does nothing and reads no key until it is asked to.
 */
@Injectable()
export class Sealer implements OnApplicationShutdown {
  private lead: Leadership | undefined;

  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  /** Seals what is there and answers how many rows; 0 also while another sealer leads. */
  async sealOnce(): Promise<number> {
    if (this.lead?.left) await this.stepDown();
    this.lead ??= await Leadership.take(this.settings);
    if (!this.lead) return 0;
    try {
      return await this.lead.seal();
    } catch (error) {
      // What is in memory may be ahead of what was stored: begin anew from the database.
      await this.stepDown();
      throw error;
    }
  }

  /** Seals until told to stop, at most a second behind. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = await this.sealOnce().then(
        (count) => (count > 0 ? 0 : IDLE_MS),
        (error: unknown) => this.trouble(error),
      );
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
    await this.stepDown();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stepDown();
  }

  /** Gives the lead up, so that another process can take it. */
  async stepDown(): Promise<void> {
    const { lead } = this;
    this.lead = undefined;
    await lead?.end().catch(() => undefined);
  }

  private trouble(error: unknown): number {
    if (error instanceof ChainBroken) this.log.error(error.message);
    else this.log.fault(error);
    return TROUBLE_MS;
  }
}
