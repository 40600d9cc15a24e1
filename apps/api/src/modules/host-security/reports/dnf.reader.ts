import type { Severity, Sighting } from './report';

/** One line of `dnf updateinfo list`: an advisory, and a package it brings. */
export interface DnfNotice {
  readonly advisory: string;
  readonly security: boolean;
  readonly severity: Severity;
  readonly package: string;
  readonly architecture: string;
  readonly offered: string;
}

const SEVERITY: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  important: 'high',
  moderate: 'medium',
  low: 'low',
};
/** `FEDORA-2024-0a7b Important/Sec. openssl-1:3.0.9-2.fc38.x86_64`, as dnf 4 prints it. */
const FOURTH = /^(?:[i ] )?(\S+)\s+(?:(\w+)\/)?(Sec\.|bugfix|enhancement|newpackage|unknown)\s+(\S+)\s*$/;
/** `RHSA-2024:1234 security Important openssl-1:3.0.7-27.el9.x86_64 2024-06-05 00:00:00`, as dnf 5 does. */
const FIFTH =
  /^(\S+)\s+(security|bugfix|enhancement|newpackage|unspecified|unknown)\s+(\w+)\s+(\S+)\s+\d{4}-\d\d-\d\d[\d: ]*$/;
/** `name-[epoch:]version-release.architecture` */
const PACKAGE = /^(.+)-((?:\d+:)?[^-]+-[^-]+)\.(\w+)$/;
const HEADING = /^Name\s+Type\s+Severity\s+Package\s+Issued/m;
/** What dnf says about its own lists; with nothing else, no update waits. */
const SPOKEN = /^(?:Last metadata expiration check:|Updating and loading repositories:|Repositories loaded\.)/m;

/** Advisories in what `dnf updateinfo list` printed; undefined when it is something else. */
export function readDnf(text: string): DnfNotice[] | undefined {
  const notices = text.split('\n').flatMap((row) => noticeOf(row) ?? []);
  return notices.length > 0 || HEADING.test(text) || SPOKEN.test(text) ? notices : undefined;
}

function noticeOf(row: string): DnfNotice | undefined {
  const [, advisory, word, type, nevra] = FOURTH.exec(row) ?? reordered(FIFTH.exec(row));
  const [, name, offered, architecture] = PACKAGE.exec(nevra ?? '') ?? [];
  if (!advisory || !name || !offered || !architecture) return undefined;
  const security = type === 'Sec.' || type === 'security';
  const severity = SEVERITY[(word ?? '').toLowerCase()] ?? 'unrated';
  return { advisory, security, severity, package: name, architecture, offered };
}

/** The groups of dnf 5 in the order of dnf 4. */
function reordered(found: RegExpExecArray | null): (string | undefined)[] {
  const [whole, advisory, type, severity, nevra] = found ?? [];
  return [whole, advisory, severity, type, nevra];
}

/** Versions by `name:architecture` in what `rpm -qa` printed in the form this product asks for. */
export function readRpm(text: string): Map<string, string> {
  const rows = text.split('\n').map((row) => row.split('\t'));
  return new Map(
    rows.flatMap(([name, architecture, version]) =>
      name && architecture && version ? [[`${name}:${architecture}`, version.replace(/^\(none\):/, '')]] : [],
    ),
  );
}

/** How `dnf check-update` ends when updates wait. */
export const DNF_WAITING = 100;
/** `openssl-libs.x86_64  1:3.0.9-2.fc38  updates`; a long name has the rest in a line of its own. */
const WAITING = /^(\S+\.\w+)(?:\s+\S+){0,2}\s*$/;

/** How many updates `dnf check-update` names; undefined when it failed or contradicts itself. */
export function readCheckUpdate(ended: { how: string; code: number | null; out: string }): number | undefined {
  if (ended.how !== 'exit') return undefined;
  if (ended.code === 0) return 0;
  // What is replaced by something of another name is listed again below.
  const [listed = ''] = ended.out.split(/^Obsoleting packages/im);
  const names = new Set(listed.split('\n').flatMap((row) => WAITING.exec(row)?.[1] ?? []));
  return ended.code === DNF_WAITING && names.size > 0 ? names.size : undefined;
}

/** How many packages have an update; several advisories may bring the same one. */
export const dnfUpdates = (notices: readonly DnfNotice[]): number =>
  new Set(notices.map((one) => `${one.package}:${one.architecture}`)).size;

/** What dnf says against a machine: each security advisory with each package it brings. */
export function dnfSightings(notices: readonly DnfNotice[], installed?: ReadonlyMap<string, string>): Sighting[] {
  return notices
    .filter(({ security }) => security)
    .map(({ package: name, architecture, advisory, severity, offered }) => ({
      ...({ kind: 'update', severity, package: name, fixedIn: offered, reference: advisory, url: null } as const),
      version: installed?.get(`${name}:${architecture}`) ?? null,
      title: `A security update of ${name} (${architecture}) waits.`,
    }));
}
