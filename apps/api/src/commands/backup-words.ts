import type { BackupBook, Backups } from '../modules/backup';

type Proof = Awaited<ReturnType<Backups['verify']>>['proof'];
type Run = Awaited<ReturnType<BackupBook['recent']>>[number];

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];
const SECOND = 1000;

/** A number of bytes as people say it. */
export function sizeOf(bytes: number): string {
  let [size, unit] = [bytes, 0];
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024;
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
}

/** What a proof found, in one sentence or one for each problem. */
export function proofTable({ problems, rows, organisations, keys, fields, events, milliseconds }: Proof): string {
  if (problems.length > 0) return problems.map((problem) => `WRONG ${problem}`).join('\n');
  const seconds = Math.max(1, Math.round(milliseconds / SECOND));
  return (
    `Verified in ${seconds} s: ${rows} rows are back, ${keys} keys of ${organisations} organisations prove themselves, ` +
    `${fields} sealed values open, and the audit log is unchanged up to event ${events}.`
  );
}

/** A backup in the list. */
export function runLine({ name, state, bytes, rows, verifiedAt, problem, removedAt }: Run): string {
  const facts = [name, removedAt ? 'removed' : state, sizeOf(bytes), `${rows} rows`];
  if (verifiedAt) facts.push(`verified ${verifiedAt.slice(0, 16)}`);
  if (problem) facts.push(problem);
  return facts.join('  ');
}
