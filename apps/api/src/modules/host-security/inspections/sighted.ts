import { createHash } from 'node:crypto';
import { MOST_SIGHTINGS, SEVERITIES, type Report, type Severity, type Sighting } from '../reports/report';

/** A sighting under the name it is recognised by in the next inspection. */
export interface Sighted extends Sighting {
  readonly identity: Buffer;
}

/** 4 for critical down to 0 for unrated. */
export const rankOf = (severity: Severity): number => SEVERITIES.length - 1 - SEVERITIES.indexOf(severity);

/** What a report says, each thing once however many ways lead to it, the worst first. Too much of it says nothing. */
export function sightedIn(report: Report): { sighted: Sighted[]; problem: string | null } {
  if (report.problem) return { sighted: [], problem: report.problem };
  const distinct = new Map<string, Sighted>();
  const worstFirst = report.sightings.toSorted((one, other) => rankOf(other.severity) - rankOf(one.severity));
  for (const sighting of worstFirst) {
    const identity = identityOf(report, sighting);
    const key = identity.toString('hex');
    if (!distinct.has(key)) distinct.set(key, { ...sighting, identity });
  }
  if (distinct.size > MOST_SIGHTINGS)
    return { sighted: [], problem: `The report says more than ${MOST_SIGHTINGS} things: nothing of it was kept.` };
  return { sighted: [...distinct.values()], problem: null };
}

/**
 * On a machine a package is there once, and its update stays the same weakness when a newer one is offered. A project
 * holds several versions of one package, each with weaknesses of its own.
 */
function identityOf({ source }: Report, { kind, package: name, version, reference }: Sighting): Buffer {
  const parts = [kind, name, reference, source === 'snyk' ? version : null];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** How many there are of each severity. */
export function countsOf(sighted: readonly Sighted[]): Record<Severity, number> {
  const of = (severity: Severity): number => sighted.filter((one) => one.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((one) => [one, of(one)])) as Record<Severity, number>;
}
