import { run, tail } from '../workspace/run.mjs';

const ARGUMENTS = [
  'audit',
  '--json',
  '--omit=dev',
  '--package-lock-only',
  '--fetch-retries=0',
  '--fetch-timeout=20000',
];
const SEVERITIES = ['critical', 'high', 'moderate', 'low', 'info'];

/**
 * Asks through npm itself. Answers { state: 'clean' | 'affected' | 'unknown', advisories, why }:
 * no answer means unknown, never clean.
 */
export async function askRegistry(folder, { registry } = {}) {
  const args = registry ? [...ARGUMENTS, `--registry=${registry}`] : ARGUMENTS;
  const { code, output } = await run('npm', args, { cwd: folder });
  return readAudit(output, code);
}

/** What npm said, whatever that was. */
export function readAudit(output, code) {
  const report = parsed(output);
  if (!report?.vulnerabilities || !report.metadata)
    return { state: 'unknown', advisories: [], why: report?.message ?? tail(output, 3).join(' ') };
  const found = Object.values(report.vulnerabilities).flatMap(({ name, via }) =>
    via
      .filter((one) => typeof one === 'object')
      .map(({ title, severity, url, range }) => ({ name, title, severity, url, range })),
  );
  const advisories = found.toSorted(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  );
  if (code !== 0 && advisories.length === 0) return { state: 'unknown', advisories, why: `npm ended with ${code}` };
  return { state: advisories.length > 0 ? 'affected' : 'clean', advisories, why: '' };
}

/** The verdict for a person. */
export function wordsOf({ state, advisories, why }) {
  if (state === 'unknown') return [`Unknown: the registry did not answer (${why}).`];
  if (state === 'clean') return ['No package of production has a known fault.'];
  return advisories.map(({ name, severity, title, range, url }) => `${severity}: ${name} ${range}: ${title} (${url})`);
}

export const exitCodeOf = ({ state }) => ({ clean: 0, affected: 1, unknown: 3 })[state];

// Warnings of npm come before the document.
function parsed(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}
