import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { InjectSettings, type Settings } from '../config';
import { RequestContext } from '../context';

/** One request as the log keeps it: the route's template, never the address with its query. */
export interface RequestFacts {
  method: string;
  route: string;
  status: number;
  ms: number;
  requestId: string;
}

/** JSON lines with allow-listed fields: what is not named here is not written. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(
    @InjectSettings() settings: Settings,
    private readonly context: RequestContext,
  ) {
    this.pino = pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  request(facts: RequestFacts): void {
    this.pino.info({ ...facts, actor: this.context.actorIfAny?.id }, 'request');
  }

  /** A fault nobody declared: class, message of our own frames and stack; SQL text and parameters stay out. */
  fault(error: unknown): void {
    const requestId = this.context.open ? this.context.origin.requestId : undefined;
    const { name, stack, code } = error as { name?: string; stack?: string; code?: string };
    const frames = (stack ?? '')
      .split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 12);
    this.pino.error({ requestId, name, code, frames }, 'fault');
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
