import { messages, Tag, type Tone } from '@st0r/ui';

const words = messages({
  queued: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
});
const tones: Record<string, Tone> = { running: 'info', done: 'success', failed: 'danger' };

/** The state of a job as a tag. */
export function JobState({ of }: { of: string }) {
  return <Tag tone={tones[of] ?? 'neutral'}>{words(of as 'queued')}</Tag>;
}

/** A time span in the largest unit that says something. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

/** How long a job took, or has been running. */
export function tookOf({ startedAt, finishedAt }: { startedAt?: string | null; finishedAt?: string | null }): string {
  if (!startedAt) return '';
  return duration(Math.max(0, (finishedAt ? Date.parse(finishedAt) : Date.now()) - Date.parse(startedAt)));
}
