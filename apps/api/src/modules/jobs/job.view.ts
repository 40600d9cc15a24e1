import { present } from '@st0r/dto';
import type { Actor } from '../../platform/context';
import { jobCalled, type JobEntity } from '../../platform/jobs';
import { JobDto } from './job.dto';
import type { JOB_PROPERTIES } from './job.list';

/** A job as it is read for an answer. */
export type JobRow = Pick<JobEntity, (typeof JOB_PROPERTIES)[number]>;

/** Who looks: the person who asked, or a platform administrator. */
export interface Viewer {
  readonly actor: Actor;
  readonly administers: boolean;
}

/** Whether a job is the viewer's own; a job of an API key is the key's, not its owner's. */
export const isOwn = ({ actorId }: Pick<JobRow, 'actorId'>, { actor }: Viewer): boolean =>
  actorId === (actor.key?.id ?? actor.id);

/**
 * What a job says may hold data of its organisation: whoever asked sees it while they have a role there. Administrators
 * see that a job ran, when, for how long and with which code it failed.
 */
function mayRead(row: JobRow, viewer: Viewer): boolean {
  if (row.actsIn) return isOwn(row, viewer) && viewer.actor.grants.has(row.actsIn);
  return isOwn(row, viewer) || viewer.administers;
}

/** The answer about one job, cut to what the viewer may read. */
export function jobView(row: JobRow, viewer: Viewer): JobDto {
  const definition = jobCalled(row.name);
  const open = row.state === 'queued' || row.state === 'running';
  const cancellable = open && mayBeStopped(row, viewer);
  const acts = isOwn(row, viewer) || viewer.administers;
  const readable = mayRead(row, viewer);
  return present(JobDto, {
    ...row,
    title: definition?.title ?? row.name,
    askedBy: row.actorName,
    organisationId: row.actsIn,
    subject: readable ? row.subject : null,
    result: readable ? row.result : null,
    problems: readable && row.problems ? row.problems : [],
    errorDetail: readable ? row.errorDetail : null,
    progress: row.progressDone === null ? null : progressOf(row, readable),
    cancellable,
    can: { cancel: acts && cancellable, retry: acts && (row.state === 'failed' || row.state === 'cancelled') },
  });
}

/** Whether this viewer may stop a job of this kind at all. */
export function mayBeStopped({ name }: Pick<JobRow, 'name'>, { administers }: Viewer): boolean {
  const cancellable = jobCalled(name)?.cancellable;
  return cancellable === 'by_administrators' ? administers : cancellable !== false;
}

const progressOf = (row: JobRow, readable: boolean): object => ({
  done: row.progressDone,
  total: row.progressTotal,
  unit: row.progressUnit,
  message: readable ? row.progressMessage : null,
});
