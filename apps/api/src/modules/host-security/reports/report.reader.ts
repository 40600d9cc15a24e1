import { aptSightings, readApt } from './apt.reader';
import { dnfSightings, dnfUpdates, readDnf } from './dnf.reader';
import { isNpmAudit, readNpmAudit } from './npm-audit.reader';
import { ReportProblem, type Report } from './report';
import { isSnyk, readSnyk } from './snyk.reader';

const KNOWN =
  'Bring what one of these prints: snyk test --json, npm audit --json, apt list --upgradable, apt-get -s upgrade, dnf updateinfo list.';

/** Reads a file somebody brings, whatever of the known kinds it is. `named` is the machine or project, where they say it. */
export function readReports(text: string, named: string | null): Report[] {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content === '') throw new ReportProblem(`The file is empty. ${KNOWN}`);
  return /^[[{]/.test(content) ? documentReports(content, named) : [textReport(content, named)];
}

function documentReports(content: string, named: string | null): Report[] {
  const document = parsed(content);
  if (isNpmAudit(document)) return [readNpmAudit(document, named ?? 'ClientSt0r')];
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
  if (!named) throw new ReportProblem('The text does not say of which machine it is. Name the machine.');
  const common = { subject: named, packages: null, knownAt: null, problem: null };
  if (apt) return { ...common, source: 'apt', updates: apt.length, sightings: aptSightings(apt) };
  const notices = dnf ?? [];
  return { ...common, source: 'dnf', updates: dnfUpdates(notices), sightings: dnfSightings(notices) };
}
