import { aptSightings, readApt } from './apt.reader';
import { dnfSightings, dnfUpdates, readDnf } from './dnf.reader';
import { isNpmAudit, readNpmAudit } from './npm-audit.reader';
import { PRODUCT, ReportProblem, type Report } from './report';
import { isSnyk, readSnyk } from './snyk.reader';

const KNOWN =
  'Bring what one of these prints: snyk test --json, npm audit --json, apt list --upgradable, apt-get -s dist-upgrade, dnf updateinfo list.';
/** What apt-get leaves as it is has no line of its own: an update that needs a new package, a kernel mostly. */
const KEPT_BACK = /(\d+) not upgraded\.?$/m;

/** Reads a file somebody brings, whatever of the known kinds it is. `named` is the machine or project, where they say it. */
export function readReports(text: string, named: string | null): Report[] {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content === '') throw new ReportProblem(`The file is empty. ${KNOWN}`);
  return /^[[{]/.test(content) ? documentReports(content, named) : [textReport(content, named)];
}

function documentReports(content: string, named: string | null): Report[] {
  const document = parsed(content);
  if (isNpmAudit(document)) {
    if (!named)
      throw new ReportProblem(`An audit of npm does not say of what it is. Name it: ${PRODUCT}, or the project.`);
    return [readNpmAudit(document, named)];
  }
  if (isSnyk(document)) return readSnyk(document, named ?? 'Project without a name');
  throw new ReportProblem(`This JSON is no report that is known here. ${KNOWN}`);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new ReportProblem('The JSON of this file is broken or cut off. Make the report again.');
  }
}

function textReport(content: string, named: string | null): Report {
  const apt = readApt(content);
  const dnf = apt ? undefined : readDnf(content);
  if (!apt && !dnf) throw new ReportProblem(`This is no report that is known here. ${KNOWN}`);
  const kept = Number(KEPT_BACK.exec(content)?.[1] ?? 0);
  if (kept > 0)
    throw new ReportProblem(
      `${kept} packages wait that this text does not name. Make it with apt-get -s dist-upgrade.`,
    );
  if (!named) throw new ReportProblem('The text does not say of which machine it is. Name the machine.');
  const common = { subject: named, packages: null, knownAt: null, problem: null };
  if (apt) return { ...common, source: 'apt', updates: apt.length, sightings: aptSightings(apt) };
  const notices = dnf ?? [];
  return { ...common, source: 'dnf', updates: dnfUpdates(notices), sightings: dnfSightings(notices) };
}
