import { EventEmitter } from 'node:events';
import type { Log } from '../../http/log';
import type { Desk } from '../desk';
import type { JobClaims } from '../job-claims';
import { JobDriver } from './job-driver';
import { Polling } from './polling';

/** The default: workers ask the table itself, and skip rows another worker holds locked. */
export class MariaDbDriver extends JobDriver {
  readonly name = 'mariadb';
  private readonly polling: Polling;
  private readonly here = new EventEmitter();

  constructor(claims: JobClaims, log: Log) {
    super();
    this.polling = new Polling(claims, log);
  }

  announce(): void {
    this.polling.announce();
    this.changed();
  }

  serve(desk: Desk, signal: AbortSignal): Promise<void> {
    return this.polling.serve(desk, signal);
  }

  /** Reaches this process only; the others look into the table. */
  changed(): void {
    this.here.emit('changed');
  }

  onChange(act: () => void): void {
    this.here.on('changed', act);
  }

  offChange(act: () => void): void {
    this.here.off('changed', act);
  }
}
