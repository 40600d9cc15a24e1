import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 2_000;
/** Fields our log writes; whatever else a line holds stays here. */
const FIELDS = ['level', 'time', 'msg', 'method', 'route', 'status', 'ms', 'requestId', 'name', 'code', 'frames'];

/** The last lines of each log in the data folder, field by field; lines that are not ours are only counted. */
export function logTails(dataDir: string): Record<string, string> {
  const folder = join(dataDir, 'logs');
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return Object.fromEntries(names.map((name) => [`logs/${name}`, tailOf(readFileSync(join(folder, name), 'utf8'))]));
}

function tailOf(text: string): string {
  const lines = text.split('\n').filter(Boolean).slice(-MOST_LINES).map(ourFields);
  const strange = lines.filter((line) => line === undefined).length;
  const kept = lines.filter((line) => line !== undefined);
  return [...kept, ...(strange > 0 ? [`(${strange} lines that are not in our format were left out)`] : []), ''].join(
    '\n',
  );
}

function ourFields(line: string): string | undefined {
  try {
    const facts = JSON.parse(line) as Record<string, unknown>;
    return JSON.stringify(Object.fromEntries(FIELDS.flatMap((name) => (name in facts ? [[name, facts[name]]] : []))));
  } catch {
    return undefined;
  }
}
