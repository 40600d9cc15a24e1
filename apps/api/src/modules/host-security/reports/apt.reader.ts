import type { Sighting } from './report';

/** An update that waits on a machine with apt. */
export interface AptUpdate {
  readonly package: string;
  readonly architecture: string;
  readonly installed: string | null;
  readonly offered: string;
  readonly security: boolean;
}

/** `openssl/stable-security,now 3.0.11-1 amd64 [upgradable from: 3.0.9-1]` */
const LISTED = /^([^\s/]+)\/(\S+) (\S+) (\S+) \[upgradable from: ([^\]]+)\]/;
/** `Inst openssl [3.0.9-1] (3.0.11-1 Debian-Security:12/stable-security [amd64]) []` */
const SIMULATED = /^Inst (\S+?)(?::\S+)? (?:\[([^\]]+)\] )?\((\S+) (.+) \[([^\]]+)\]\)/;
/** Suites of fixes: bookworm-security, oldstable-security, jammy-security, and Ubuntu's esm-infra and esm-apps ones. */
const SECURITY_SUITE = /-security$/;
/** Lines that only such programs print; an answer with one of them and no update means that none waits. */
const SPOKEN = /^(?:Listing\.\.\.|Reading package lists|Building dependency tree|\d+ upgraded, \d+ newly installed)/m;

/** Neither prints longer ones; a pattern over a whole file in one row would keep everybody waiting. */
const LONGEST_ROW = 2_000;

/** Updates in what `apt list --upgradable` or `apt-get -s dist-upgrade` printed; undefined when it is neither. */
export function readApt(text: string): AptUpdate[] | undefined {
  const rows = text.split('\n').filter((row) => row.length <= LONGEST_ROW);
  const updates = rows.flatMap((row) => listed(row) ?? simulated(row) ?? []);
  return updates.length > 0 || SPOKEN.test(text) ? updates : undefined;
}

function listed(row: string): AptUpdate | undefined {
  const [, name, suites = '', offered, architecture, installed] = LISTED.exec(row) ?? [];
  if (!name || !offered || !architecture || !installed) return undefined;
  const security = suites.split(',').some((suite) => SECURITY_SUITE.test(suite));
  return { package: name, architecture, installed, offered, security };
}

/** A package without a version in brackets would be new here: it comes with an update and is none itself. */
function simulated(row: string): AptUpdate | undefined {
  const [, name, installed, offered, origins = '', architecture] = SIMULATED.exec(row) ?? [];
  if (!name || !installed || !offered || !architecture) return undefined;
  const security = origins
    .split(', ')
    .some((origin) => SECURITY_SUITE.test(origin) || /^Debian-Security:/.test(origin));
  return { package: name, architecture, installed, offered, security };
}

/** What apt says against a machine: each fix of the security archives that is not installed. Debian rates none of them. */
export function aptSightings(updates: readonly AptUpdate[]): Sighting[] {
  return updates
    .filter(({ security }) => security)
    .map(({ package: name, architecture, installed, offered }) => ({
      ...({ kind: 'update', severity: 'unrated', package: name, version: installed, fixedIn: offered } as const),
      ...{ reference: architecture, url: null },
      title: `A security update of ${name} waits.`,
    }));
}
