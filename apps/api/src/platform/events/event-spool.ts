import { Injectable } from '@nestjs/common';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { InjectSettings, type Settings } from '../config';
import { RequestContext, type Origin } from '../context';
import { UnitOfWork } from '../database/unit-of-work';
import { DomainError, Unavailable } from '../errors';
import type { EventFacts } from './event';
import { EventRecorder } from './event-recorder';
import { Log } from '../http/log';
import { SpoolFiles } from './spool-files';

const LARGEST = 64 * 1024 * 1024;
const OPEN = '-';
const TICK = '+';
const SECRET = { mode: 0o600 };

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
  private readonly files: SpoolFiles;

  constructor(
    @InjectSettings() settings: Settings,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
    private readonly work: UnitOfWork,
    private readonly log: Log,
  ) {
    this.files = new SpoolFiles(join(settings.DATA_DIR, 'spool'));
  }

  /**
   * Writes down a refusal, in a transaction of its own because the request comes to nothing; keeps it while nothing can
   * be logged. Throws when there is no room for it.
   */
  async record(facts: EventFacts): Promise<void> {
    try {
      await this.work.runApart(async () => void this.recorder.record(facts));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'audit.unavailable') throw error;
      this.keep(facts);
    }
  }

  private keep(facts: EventFacts): void {
    const path = this.files.open();
    if (existsSync(path) && statSync(path).size > LARGEST)
      throw new Unavailable('audit.unavailable', 'This could not be written to the audit log, so it was not done.');
    const kept: Kept = { facts, origin: this.context.origin, happenedAt: new Date().toISOString() };
    const file = openSync(path, 'a', 0o600);
    try {
      appendFileSync(file, `${JSON.stringify(kept)}\n`);
      fsyncSync(file);
      // Taken over between opening and writing: whoever reads it may be past this line already.
      if (fstatSync(file).ino === statSync(path, { throwIfNoEntry: false })?.ino) return;
    } finally {
      closeSync(file);
    }
    this.keep(facts);
  }

  /** Writes what was kept to the log, in order; answers how many events. What fails stays for the next time. */
  async replay(): Promise<number> {
    let written = 0;
    for (const file of this.files.ready()) written += await this.replayFile(file);
    return written;
  }

  /**
   * Line by line, ticked off in a file beside it that has its whole size before the first one is written: a full disk then
   * repeats nothing. A crash between an event and its tick repeats that one; none is ever lost.
   */
  private async replayFile(file: string): Promise<number> {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const done = this.files.ticksOf(file);
    if (!existsSync(done) || statSync(done).size < lines.length) writeFileSync(done, OPEN.repeat(lines.length), SECRET);
    let written = 0;
    for (let at = readFileSync(done, 'latin1').lastIndexOf(TICK) + 1; at < lines.length; at += 1) {
      this.files.touch(file);
      const kept = keptIn(lines[at] ?? '');
      if (kept) await this.write(kept);
      else this.log.error('One refusal of the event spool was cut off in the middle and cannot be written to the log.');
      tick(done, at);
      written += kept ? 1 : 0;
    }
    rmSync(file);
    rmSync(done, { force: true });
    return written;
  }

  private async write({ facts, origin, happenedAt }: Kept): Promise<void> {
    const details = { ...facts.details, happenedAt };
    await this.context.run(origin, () => this.work.run(async () => this.recorder.record({ ...facts, details })));
  }
}

function tick(done: string, at: number): void {
  const file = openSync(done, 'r+');
  try {
    writeSync(file, TICK, at);
  } finally {
    closeSync(file);
  }
}

/** A kept event; undefined for a line that a crash cut off. */
function keptIn(line: string): Kept | undefined {
  try {
    return JSON.parse(line) as Kept;
  } catch {
    return undefined;
  }
}
