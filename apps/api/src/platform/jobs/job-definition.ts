import type { DtoClass } from '@st0r/dto';
import type { Permission } from '../authorize/permissions';
import type { Pace } from './job.entity';

/** Who acts: the house itself, or the person who asked, with the rights they have when the job runs. */
export type JobActing = 'system' | 'person' | { readonly permission: Permission };

/** Waiting before the next attempt: `firstSeconds`, then `factor` times longer each time, at most `mostSeconds`. */
export interface Backoff {
  readonly firstSeconds: number;
  readonly factor: number;
  readonly mostSeconds: number;
}

/** When the house gives itself this job. */
export interface CronTime {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  readonly timeZone: string;
}

export interface JobOptions<I extends object> {
  /** noun.verb: `mail.send`. */
  name: string;
  /** For pages, as an act: "Send a mail". */
  title: string;
  /** Checked when it is queued and again when it runs, which may be a release later. */
  input: DtoClass<I>;
  acts: JobActing;
  /** How often it is tried in all; 5 unless told. */
  attempts?: number;
  backoff?: Backoff;
  /** Longest run of one attempt; 300 unless told. */
  timeoutSeconds?: number;
  /** `long` for what runs for more than a second or two; `quick` unless told. */
  pace?: Pace;
  /**
   * False for work that must not be stopped half way; `by_administrators` where whoever asked may not stop it either.
   * True unless told.
   */
  cancellable?: boolean | 'by_administrators';
  /**
   * By default the handler and the end of the job are one transaction: what it writes and that it is done are true
   * together. Say `own` for a handler that calls other systems or writes in batches; it opens units of work itself.
   */
  unitOfWork?: 'one' | 'own';
  /** Days a finished job can be looked at; 7 unless told. Failed jobs stay 30 days at least. */
  keptDays?: number;
  /** Only for jobs that act as the system and take no input. */
  schedule?: CronTime;
}

/** A declared job, complete with its defaults. */
export interface JobDefinition<I extends object = object> extends Required<Omit<JobOptions<I>, 'schedule'>> {
  readonly schedule?: CronTime;
}

const BACKOFF: Backoff = { firstSeconds: 5, factor: 4, mostSeconds: 3600 };
const declared = new Map<string, JobDefinition>();

/** Declares a job; a handler decorated with `@HandlesJob` carries it out. */
export function defineJob<I extends object>(options: JobOptions<I>): JobDefinition<I> {
  const definition: JobDefinition<I> = {
    attempts: 5,
    backoff: BACKOFF,
    timeoutSeconds: 300,
    pace: 'quick',
    cancellable: true,
    unitOfWork: 'one',
    keptDays: 7,
    ...options,
  };
  if (declared.has(definition.name)) throw new Error(`The job ${definition.name} is declared twice.`);
  if (definition.schedule && definition.acts !== 'system')
    throw new Error(`${definition.name} has a schedule, so nobody asks for it: it acts as the system.`);
  declared.set(definition.name, definition);
  return definition;
}

/** The definition of a name; undefined for a job of another release. */
export const jobCalled = (name: string): JobDefinition | undefined => declared.get(name);

/** Every declared job. */
export const declaredJobs = (): readonly JobDefinition[] => [...declared.values()];

/** Seconds to wait after a failed attempt, a fifth more or less so that those that failed together part. */
export function secondsUntilRetry({ firstSeconds, factor, mostSeconds }: Backoff, attempt: number): number {
  const seconds = Math.min(mostSeconds, firstSeconds * factor ** Math.max(0, attempt - 1));
  return seconds * (0.8 + Math.random() * 0.4);
}
