import { Injectable } from '@nestjs/common';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { uuid7 } from '@st0r/crypto';
import { InjectSettings, type Settings } from '../config';
import { RequestContext, type Origin } from '../context';
import { UnitOfWork } from '../database/unit-of-work';
import { Unavailable } from '../errors';
import type { EventFacts } from './event';
import { EventRecorder } from './event-recorder';

const LARGEST = 64 * 1024 * 1024;
const FILE = 'events.jsonl';

interface Kept {
  readonly facts: EventFacts;
  readonly origin: Origin;
  readonly happenedAt: string;
}

/**
 * Events of refusals that could not be written to the log: a refusal stays a refusal while the log is away, but it is not
 * forgotten. On the disk before the answer leaves, written to the log as soon as it takes them. Acts never come here:
 * what cannot be logged is not done.
 */
@Injectable()
export class EventSpool {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
    private readonly work: UnitOfWork,
  ) {}

  /** Keeps one event; throws when there is no room for it. */
  keep(facts: EventFacts): void {
    const path = join(this.folder, FILE);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    if (existsSync(path) && statSync(path).size > LARGEST)
      throw new Unavailable('audit.unavailable', 'This could not be written to the audit log, so it was not done.');
    const kept: Kept = { facts, origin: this.context.origin, happenedAt: new Date().toISOString() };
    const file = openSync(path, 'a', 0o600);
    try {
      appendFileSync(file, `${JSON.stringify(kept)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Writes what was kept to the log, in order; answers how many events. What fails stays for the next time. */
  async replay(): Promise<number> {
    if (!existsSync(this.folder)) return 0;
    const path = join(this.folder, FILE);
    // Set aside first: what is kept meanwhile goes into a new file, and a second process finds nothing to repeat.
    if (existsSync(path)) renameSync(path, join(this.folder, `${uuid7()}.${FILE}`));
    let written = 0;
    for (const name of readdirSync(this.folder)
      .filter((one) => one.endsWith(`.${FILE}`))
      .sort()) {
      const file = join(this.folder, name);
      for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
        const { facts, origin, happenedAt } = JSON.parse(line) as Kept;
        const details = { ...facts.details, happenedAt };
        await this.context.run(origin, () => this.work.run(async () => this.recorder.record({ ...facts, details })));
        written += 1;
      }
      rmSync(file);
    }
    return written;
  }

  private get folder(): string {
    return join(this.settings.DATA_DIR, 'spool');
  }
}
