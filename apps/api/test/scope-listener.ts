import type { Logger } from 'typeorm';
import { snake, tenantTables } from '../src/platform/database';

/** Statements that may cross organisations, each marked in its text and few enough to read here. */
const EXEMPT = [
  "/* a person's own roles */",
  '/* where a role is used */',
  '/* holders of a role */',
  '/* name tags of all organisations */',
  '/* canary check of all organisations */',
  '/* vault verification of all organisations */',
  '/* rebuilds the index of all organisations */',
];

/** Reads every statement of a test run and fails it when one touches an organisation's table without an organisation predicate. */
export class ScopeListener implements Logger {
  private readonly offences: string[] = [];

  logQuery(query: string): void {
    const offence = offenceOf(query);
    if (offence) this.offences.push(offence);
  }

  /** Throws with every offending statement. */
  assertClean(): void {
    if (this.offences.length > 0)
      throw new Error(
        `Statements without an organisation predicate:\n${[...new Set(this.offences)].slice(0, 10).join('\n')}`,
      );
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/** Why a statement is refused, or null. Exported for its own test. */
export function offenceOf(query: string): string | null {
  if (EXEMPT.some((mark) => query.includes(mark))) return null;
  const text = query
    .replace(/`/g, '')
    .replace(/'(?:[^'\\]|\\.|'')*'/g, "''")
    .replace(/\s+/g, ' ');
  for (const [table, property] of tenantTables()) {
    const touched = new RegExp(`\\b(?:FROM|JOIN|UPDATE|INTO) (?:IGNORE )?${table}\\b`, 'i').test(text);
    if (touched && !predicated(text, snake(property))) return `${table}: ${text.slice(0, 300)}`;
  }
  return null;
}

/** An INSERT names the column; everything else compares it. */
function predicated(text: string, column: string): boolean {
  if (/^\s*(?:INSERT|REPLACE)\b/i.test(text) && !/\bSELECT\b/i.test(text))
    return new RegExp(`\\b${column}\\b`).test(text.slice(0, text.search(/\bVALUES\b/i)));
  if (!/\bWHERE\b/i.test(text)) return false;
  // A joined table may carry its predicate in the ON clause: `o.id = m.organisation_id`.
  return new RegExp(`\\b${column} ?(?:=|IN\\b|<=>)`, 'i').test(text.slice(text.search(/\b(?:ON|WHERE)\b/i)));
}
