import { Injectable, type LoggerService, type OnApplicationShutdown } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { InjectSettings, type Settings } from '../config';
import { RequestContext } from '../context';
import { inSources } from './source-frames';

/** One request as the log keeps it: the route's template, never the address with its query. */
export interface RequestFacts {
  method: string;
  route: string;
  status: number;
  ms: number;
  requestId: string;
}

/** Lines are written together, at most this much later; a fault is written at once. */
const WRITE_EVERY_MS = 500;
const BUFFER_BYTES = 8_192;

/** JSON lines with allow-listed fields: what is not named here is not written. */
@Injectable()
export class Log implements LoggerService, OnApplicationShutdown {
  private readonly pino: Logger;
  private readonly out = pino.destination({ dest: 1, sync: false, minLength: BUFFER_BYTES });
  private readonly writing = setInterval(() => this.out.flush(), WRITE_EVERY_MS).unref();

  constructor(
    @InjectSettings() settings: Settings,
    private readonly context: RequestContext,
  ) {
    const options = { level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = pino(options, this.out);
  }

  request(facts: RequestFacts): void {
    const actor = this.context.actorIfAny;
    this.pino.info({ ...facts, actor: actor?.key?.id ?? actor?.id }, 'request');
  }

  /** A fault nobody declared: class, message of our own frames and stack; SQL text and parameters stay out. */
  fault(error: unknown): void {
    const requestId = this.context.open ? this.context.origin.requestId : undefined;
    const { name, stack, code } = error as { name?: string; stack?: string; code?: string };
    const frames = (stack ?? '')
      .split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 12);
    this.pino.error({ requestId, name, code, frames: inSources(frames) }, 'fault');
    this.out.flushSync();
  }

  /** What was said last is written before the process ends. */
  onApplicationShutdown(): void {
    clearInterval(this.writing);
    this.out.flushSync();
  }

  log(message: string): void {
    this.pino.info(String(message));
  }
  error(message: string): void {
    this.pino.error(String(message));
  }
  warn(message: string): void {
    this.pino.warn(String(message));
  }
  debug(message: string): void {
    this.pino.debug(String(message));
  }
  verbose(message: string): void {
    this.pino.trace(String(message));
  }
}
