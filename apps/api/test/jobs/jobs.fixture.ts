import { Injectable, Module } from '@nestjs/common';
import { Flag, InputDto, Int, Text, WriteOnlySecret } from '@st0r/dto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Policy } from '../../src/platform/authorize';
import { RequestContext } from '../../src/platform/context';
import { UnitOfWork } from '../../src/platform/database';
import { Conflict } from '../../src/platform/errors';
import { EventRecorder } from '../../src/platform/events';
import { HandlesJob, defineJob, type JobHandler, type JobRun } from '../../src/platform/jobs';

/** What the jobs of these tests are told. */
@InputDto('NoteJob')
export class NoteJob {
  @Text({ max: 100 })
  word: string;
  @Int({ optional: true })
  failures?: number | null;
  @Int({ optional: true })
  waitMs?: number | null;
  @Flag({ optional: true })
  refuse?: boolean | null;
  @WriteOnlySecret({ max: 100, optional: true })
  secret?: string | null;
}

const at = { firstSeconds: 0, factor: 1, mostSeconds: 0 };
/** Leaves one event per word: what a person could notice of a job that ran. */
export const note = defineJob({
  name: 'test.note',
  title: 'Note',
  input: NoteJob,
  acts: 'system',
  backoff: at,
  attempts: 3,
});
export const longNote = defineJob({
  name: 'test.long-note',
  title: 'Note at length',
  input: NoteJob,
  acts: 'system',
  pace: 'long',
  backoff: at,
  attempts: 2,
  timeoutSeconds: 2,
  unitOfWork: 'own',
});
export const personNote = defineJob({
  name: 'test.person-note',
  title: 'Note for a person',
  input: NoteJob,
  acts: { permission: 'asset.write' },
});
export const nightly = defineJob({
  name: 'test.nightly',
  title: 'Note every night',
  input: class Nothing {},
  acts: 'system',
  schedule: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' },
});

@Injectable()
class Notes {
  constructor(
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
    private readonly policy: Policy,
  ) {}
  record({ word }: { word: string }): object {
    const [organisationId = null] = this.context.scope;
    if (organisationId && this.context.actor.type === 'user') this.policy.require('asset.write', organisationId);
    this.events.record({ action: 'test.noted', category: 'record', organisationId, details: { word } });
    return { word };
  }
}

@Injectable()
@HandlesJob(note)
class NoteHandler implements JobHandler<NoteJob> {
  constructor(private readonly notes: Notes) {}
  async run(input: NoteJob, job: JobRun): Promise<object> {
    const answer = this.notes.record(input);
    if (input.refuse) throw new Conflict('note.refused', { detail: 'This cannot be noted.' });
    if (job.attempt <= (input.failures ?? 0)) throw new Error('not this time');
    if (input.waitMs) await sleep(input.waitMs, undefined, { signal: job.signal });
    return answer;
  }
}

@Injectable()
@HandlesJob(longNote)
class LongNoteHandler implements JobHandler<NoteJob> {
  constructor(
    private readonly notes: Notes,
    private readonly work: UnitOfWork,
  ) {}
  async run(input: NoteJob, job: JobRun): Promise<object> {
    await job.progress({ done: 1, total: 4, unit: 'words', message: 'Looking for a pen' });
    // Deaf on purpose: whoever does not look at the signal is left behind.
    await sleep(input.waitMs ?? 0);
    return this.work.run(async () => this.notes.record(input));
  }
}

@Injectable()
@HandlesJob(personNote)
class PersonNoteHandler implements JobHandler<NoteJob> {
  constructor(private readonly notes: Notes) {}
  async run(input: NoteJob): Promise<object> {
    return this.notes.record(input);
  }
}

@Injectable()
@HandlesJob(nightly)
class NightlyHandler implements JobHandler {
  constructor(private readonly notes: Notes) {}
  async run(): Promise<object> {
    return this.notes.record({ word: 'night' });
  }
}

/** Jobs of the tests, beside those of the product. */
@Module({ providers: [Notes, NoteHandler, LongNoteHandler, PersonNoteHandler, NightlyHandler] })
export class NoteModule {}
