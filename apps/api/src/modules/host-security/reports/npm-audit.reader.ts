import { ReportProblem, line, webAddress, type Report, type Severity, type Sighting } from './report';

type Json = Record<string, unknown>;
const SEVERITY: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  moderate: 'medium',
  low: 'low',
  info: 'low',
};

/** Whether a document is what `npm audit --json` prints, its excuses included. */
export const isNpmAudit = (document: unknown): document is Json =>
  isObject(document) && ('auditReportVersion' in document || (isObject(document['error']) && !('ok' in document)));

/** Advisories of npm against a project. The report names none, so whoever brings it does. */
export function readNpmAudit(document: Json, subject: string): Report {
  const { vulnerabilities, metadata } = document;
  if (!isObject(vulnerabilities) || !isObject(metadata))
    throw new ReportProblem('npm could not ask its registry, so this report says nothing. Run npm audit --json again.');
  const dependencies = isObject(metadata['dependencies']) ? metadata['dependencies'] : {};
  const packages = dependencies['prod'] ?? dependencies['total'];
  const sightings = Object.values(vulnerabilities).filter(isObject).flatMap(sightingsOf);
  return {
    ...{ source: 'npm', subject, updates: null, knownAt: null, problem: null, sightings },
    packages: typeof packages === 'number' ? Math.trunc(packages) : null,
  };
}

/** A package that is only affected through another (`via` is a name) is told at the other. */
function sightingsOf({ name, via, fixAvailable }: Json): Sighting[] {
  const advisories = Array.isArray(via) ? via.filter(isObject) : [];
  return advisories.map((advisory) => ({
    ...({ kind: 'vulnerability', package: line(advisory['name'] ?? name, 200) ?? '?' } as const),
    severity: SEVERITY[String(advisory['severity'])] ?? 'unrated',
    version: line(advisory['range'], 200),
    fixedIn: isObject(fixAvailable) && fixAvailable['name'] === name ? line(fixAvailable['version'], 200) : null,
    reference:
      line(
        String(advisory['url'] ?? '')
          .split('/')
          .at(-1),
        200,
      ) ?? line(String(advisory['source']), 200),
    title: line(advisory['title'], 300) ?? 'A known fault',
    url: webAddress(advisory['url']),
  }));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
