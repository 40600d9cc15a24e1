import { ReportProblem, line, unknown, webAddress, type Report, type Severity, type Sighting } from './report';

type Json = Record<string, unknown>;
const SEVERITY: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
};
const MOST_PROJECTS = 200;

/** Whether a document is what `snyk test --json` or `snyk container test --json` prints, for one project or several. */
export function isSnyk(document: unknown): document is Json | Json[] {
  if (Array.isArray(document)) return document.length > 0 && document.every(isProject);
  return isProject(document);
}

const isProject = (one: unknown): one is Json =>
  isObject(one) && ((typeof one['ok'] === 'boolean' && ('vulnerabilities' in one || 'error' in one)) || isForeign(one));
/** Other products of Snyk, which find other things than packages. */
const isForeign = (one: Json): boolean =>
  'infrastructureAsCodeIssues' in one || (Array.isArray(one['runs']) && 'version' in one);

/** One report for each project of the document. `fallback` names a project that has no name. */
export function readSnyk(document: Json | Json[], fallback: string): Report[] {
  const projects = Array.isArray(document) ? document : [document];
  if (projects.some(isForeign))
    throw new ReportProblem(
      'This is a report about code or infrastructure. Reports of snyk test and snyk container test are read.',
    );
  if (projects.length > MOST_PROJECTS)
    throw new ReportProblem(`These are more than ${MOST_PROJECTS} projects. Bring them in parts.`);
  return merged(projects.map((project) => readProject(project, fallback)));
}

function readProject(project: Json, fallback: string): Report {
  const subject = subjectOf(project, fallback);
  const { vulnerabilities, error, dependencyCount } = project;
  if (!Array.isArray(vulnerabilities)) return unknown('snyk', subject, line(error, 500) ?? 'Snyk gave no reason.');
  if (project['ok'] === false && vulnerabilities.length === 0)
    return unknown('snyk', subject, line(error, 500) ?? 'Snyk says that it is not well, and does not say why.');
  return {
    ...{ source: 'snyk', subject, updates: null, knownAt: null, problem: null },
    packages: typeof dependencyCount === 'number' ? Math.trunc(dependencyCount) : null,
    sightings: vulnerabilities.filter(isObject).map(sightingOf),
  };
}

/** The project's name, and the file where a project has several. `path` is a folder of somebody's machine and not kept. */
function subjectOf(project: Json, fallback: string): string {
  const name = line(project['projectName'], 150) ?? fallback;
  const file = line(project['displayTargetFile'] ?? project['targetFile'], 100);
  return file ? `${name} (${file})` : name;
}

function sightingOf(issue: Json): Sighting {
  const licence = issue['type'] === 'license' || (typeof issue['license'] === 'string' && !('semver' in issue));
  const id = line(issue['id'], 200);
  return {
    kind: licence ? 'licence' : 'vulnerability',
    severity: SEVERITY[String(issue['severity'])] ?? 'unrated',
    package: line(issue['packageName'] ?? issue['moduleName'] ?? issue['name'], 200) ?? '?',
    version: line(issue['version'], 200),
    fixedIn: Array.isArray(issue['fixedIn']) ? line(issue['fixedIn'].join(', '), 200) : null,
    reference: cveOf(issue['identifiers']) ?? id,
    title: line(issue['title'], 300) ?? id ?? 'A known fault',
    url:
      webAddress(issue['url']) ?? (id ? webAddress(`https://security.snyk.io/vuln/${encodeURIComponent(id)}`) : null),
  };
}

/** What others call it, so that the same fault is found under the same name. */
function cveOf(identifiers: unknown): string | null {
  const cves = isObject(identifiers) && Array.isArray(identifiers['CVE']) ? identifiers['CVE'] : [];
  return line(cves[0], 200);
}

/** Projects of the same name are told apart by nothing: what is said about them is kept together. */
function merged(reports: readonly Report[]): Report[] {
  const bySubject = new Map<string, Report>();
  for (const report of reports) {
    const known = bySubject.get(report.subject);
    bySubject.set(report.subject, known ? together(known, report) : report);
  }
  return [...bySubject.values()];
}

const together = (one: Report, other: Report): Report => ({
  ...one,
  packages: (one.packages ?? 0) + (other.packages ?? 0),
  sightings: [...one.sightings, ...other.sightings],
  problem: one.problem ?? other.problem,
});

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
