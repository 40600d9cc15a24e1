import { isProduct, SEVERITIES, type Severity, type Source } from '../reports/report';
import type { WeaknessState } from '../weaknesses/weakness-state';
import type { HostSecurityDto, InspectedSubjectDto } from './host-security.dto';

const DAY_MS = 86_400_000;
/** An inspection of a machine is old when the next but one is due; a report is brought by hand, once a week. */
const FRESH_DAYS: Readonly<Record<Source, number>> = { apt: 2, dnf: 2, npm: 8, snyk: 8 };
/** What a source does not know cannot be found: its lists are fetched daily where anybody cares. */
const LISTS_DAYS = 7;
const MACHINE: readonly Source[] = ['apt', 'dnf'];
/** What an installation consists of; whichever nobody looked at is unknown. Projects of others are not the product. */
const PARTS: Readonly<Record<string, (seen: { source: Source; subject: string }) => boolean>> = {
  machine: ({ source }) => MACHINE.includes(source),
  product: ({ source, subject }) => !MACHINE.includes(source) && isProduct(subject),
};

export interface SubjectRow {
  source: Source;
  subject: string;
  takenAt: string | Date;
  knownAt: string | Date | null;
  packages: number | null;
  updates: number | null;
  problem: string | null;
}

export interface OpenCount {
  source: Source;
  subject: string;
  severity: Severity;
  state: WeaknessState;
  n: number;
}

type Counts = Record<Severity, number>;

/** A machine or project with its state: whatever is old or could not look is unknown, however little it found. */
export function judged(row: SubjectRow, counts: readonly OpenCount[], now: number): InspectedSubjectDto {
  const own = counts.filter(({ source, subject }) => source === row.source && subject === row.subject);
  const open = sumOf(own.filter(({ state }) => state === 'open'));
  const decided = own.filter(({ state }) => state !== 'open').reduce((sum, { n }) => sum + n, 0);
  const because = doubtOf(row, now) ?? (totalOf(open) === 0 ? silenceOf(row) : null);
  const state = because ? 'unknown' : totalOf(open) > 0 ? 'affected' : 'clean';
  const { source, subject, packages, updates } = row;
  const [takenAt, knownAt] = [iso(row.takenAt), row.knownAt && iso(row.knownAt)];
  return { source, subject, packages, updates, takenAt, knownAt, open, decided, because, state };
}

/** The whole: one open weakness makes it affected, and it is clean only where everything was looked at and found to be. */
export function overallOf(
  subjects: readonly InspectedSubjectDto[],
): Pick<HostSecurityDto, 'state' | 'missing' | 'open'> {
  const open = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, subjects.reduce((sum, one) => sum + one.open[severity], 0)]),
  ) as Counts;
  const missing = Object.entries(PARTS).flatMap(([part, isPart]) => (subjects.some(isPart) ? [] : [part]));
  const sure = missing.length === 0 && subjects.every(({ state }) => state !== 'unknown');
  return { state: totalOf(open) > 0 ? 'affected' : sure ? 'clean' : 'unknown', missing, open };
}

function doubtOf({ source, takenAt, knownAt, problem }: SubjectRow, now: number): string | null {
  if (problem) return problem;
  const age = (at: string | Date): number => Math.floor((now - Date.parse(iso(at))) / DAY_MS);
  if (age(takenAt) >= FRESH_DAYS[source]) return `Nobody looked for ${age(takenAt)} days.`;
  if (knownAt && age(knownAt) >= LISTS_DAYS)
    return `The package lists are ${age(knownAt)} days old: what came since is not in them.`;
  return null;
}

/** That nothing waits says only who knows what there is: a text somebody brings does not tell the age of the lists behind it. */
const silenceOf = ({ source, knownAt }: SubjectRow): string | null =>
  MACHINE.includes(source) && !knownAt
    ? 'The text does not say how old the package lists are that it was made from: that nothing waits is not known.'
    : null;

function sumOf(counts: readonly OpenCount[]): Counts {
  const of = (severity: Severity): number =>
    counts.filter((one) => one.severity === severity).reduce((sum, { n }) => sum + n, 0);
  return Object.fromEntries(SEVERITIES.map((one) => [one, of(one)])) as Counts;
}

const totalOf = (counts: Counts): number => SEVERITIES.reduce((sum, one) => sum + counts[one], 0);

const iso = (at: string | Date): string =>
  at instanceof Date ? at.toISOString() : new Date(/Z$/.test(at) ? at : `${at.replace(' ', 'T')}Z`).toISOString();
