/** Who was asked about the packages. */
export const SOURCES = ['apt', 'dnf', 'npm', 'snyk'] as const;
export type Source = (typeof SOURCES)[number];

/** The worst first; `unrated` is not harmless, only nobody said how bad it is. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unrated'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const KINDS = ['update', 'vulnerability', 'licence'] as const;
export type Kind = (typeof KINDS)[number];

/** What this product is called where its own packages were looked at; its manifest says it in its own way. */
export const PRODUCT = 'ClientSt0r';
/** Whether a project is this product, or one file of it. */
export const isProduct = (subject: string): boolean => /^client-?st0r(?: \(|$)/i.test(subject);

/** One thing a source says against a package. */
export interface Sighting {
  readonly kind: Kind;
  readonly severity: Severity;
  readonly package: string;
  /** As installed; of npm the range that is affected. */
  readonly version: string | null;
  readonly fixedIn: string | null;
  /** The source's own name for it: an advisory, a CVE, an id of Snyk. */
  readonly reference: string | null;
  readonly title: string;
  readonly url: string | null;
}

/** What one source says about one machine or project at one time. */
export interface Report {
  readonly source: Source;
  /** The machine, or the project. */
  readonly subject: string;
  /** How many packages were looked at; null when the source does not say. */
  readonly packages: number | null;
  /** Updates that wait, security or not; null where the source knows none. */
  readonly updates: number | null;
  /** When the source itself was last told what is new; null when it does not say. */
  readonly knownAt: Date | null;
  readonly sightings: readonly Sighting[];
  /** Why it could not look; then it found nothing, which is not the same as clean. */
  readonly problem: string | null;
}

/** Text that is no report of any kind known here; the message says what would be one. */
export class ReportProblem extends Error {}

/** More than a machine or project of ours ever has, and few enough to be kept in one transaction. */
export const MOST_SIGHTINGS = 5000;

/** Text as a column holds it: one line, without what no terminal should be told, cut at `max` code points. */
export function line(text: unknown, max: number): string | null {
  if (typeof text !== 'string') return null;
  const plain = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return plain === '' ? null : [...plain].slice(0, max).join('');
}

/** An address people can follow, and nothing else. */
export function webAddress(text: unknown): string | null {
  const address = line(text, 500);
  return address && /^https:\/\/[^\s<>"]+$/.test(address) ? address : null;
}

/** A report about a machine or project that could not be looked at. */
export const unknown = (source: Source, subject: string, problem: string): Report => ({
  ...{ source, subject, packages: null, updates: null, knownAt: null, sightings: [] },
  problem: line(problem, 500) ?? 'It gave no reason.',
});
