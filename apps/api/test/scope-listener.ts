import type { Logger } from 'typeorm';
import { snake, tenantTables } from '../src/platform/database';

/** Statements that may cross organisations, each marked in its text and few enough to read here. */
const EXEMPT = [
  "/* a person's own roles */",
  '/* where a role is used */',
  '/* holders of a role */',
  '/* name tags of all organisations */',
  '/* mappings of one connection */',
  '/* canary check of all organisations */',
  '/* vault verification of all organisations */',
  '/* rebuilds the index of all organisations */',
  '/* wraps of all organisations */',
  '/* keys of all organisations */',
  '/* whose key this is */',
  '/* a person’s own keys */',
  '/* keys that reach into these organisations */',
  '/* rows of the spool */',
  '/* retention of all organisations */',
  '/* how long events of all organisations wait */',
  '/* counts of all organisations */',
  '/* breach watches of all organisations */',
  '/* tally of all organisations */',
];

/** Tables of organisations' rows that no entity declares; what a person keeps at hand is theirs alone, in every organisation. */
const BARE: readonly (readonly [table: string, property: string])[] = [
  ['search_entry', 'organisationId'],
  ['search_word', 'organisationId'],
  ['record_mark', 'userId'],
  ['organisation_logo', 'organisationId'],
  ['api_key_secret', 'organisationId'],
  ['api_key_breach', 'organisationId'],
  ['api_usage', 'organisationId'],
  ['event_tally', 'organisationId'],
  ['group_mapping', 'organisationId'],
  ['invitation', 'organisationId'],
  ['breach_watch', 'organisationId'],
  ['credential_breach', 'organisationId'],
];

/** Every table the listener watches, with the property every statement has to compare. */
export const watchedTables = (): ReadonlyMap<string, string> => new Map([...tenantTables(), ...BARE]);

/** Reads every statement of a test run and fails it when one touches an organisation's table without an organisation predicate. */
export class ScopeListener implements Logger {
  private readonly offences: string[] = [];
  /** Texts that were found clean: most statements of a run are the same few. */
  private readonly clean = new Set<string>();

  logQuery(query: string): void {
    if (this.clean.has(query)) return;
    const offence = offenceOf(query);
    if (offence) this.offences.push(offence);
    else this.clean.add(query);
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
export function offenceOf(query: string, tables: ReadonlyMap<string, string> = watchedTables()): string | null {
  if (EXEMPT.some((mark) => query.includes(mark))) return null;
  const text = query
    .replace(/`/g, '')
    .replace(/'(?:[^'\\]|\\.|'')*'/g, "''")
    .replace(/\s+/g, ' ');
  for (const [table, property] of tables) {
    const names = namesOf(text, table);
    if (names.length > 0 && !predicated(text, snake(property), names)) return `${table}: ${shortened(text)}`;
  }
  return null;
}

const shortened = (text: string): string => (text.length > 600 ? `${text.slice(0, 200)} … ${text.slice(-400)}` : text);

const NO_ALIAS =
  'WHERE|SET|ON|USING|LEFT|RIGHT|INNER|CROSS|STRAIGHT_JOIN|JOIN|ORDER|GROUP|HAVING|LIMIT|VALUES?|SELECT|FORCE|USE|UNION|FOR|FROM|RETURNING|PARTITION';

/** The name each mention of a table goes by in the statement: its alias, or the table itself. */
function namesOf(text: string, table: string): string[] {
  const mention = new RegExp(
    `(?:\\b(?:FROM|JOIN|STRAIGHT_JOIN|UPDATE|INTO)(?: IGNORE)?|\\bFROM [\\w. ]+,) \\(*${table}\\b(?!\\.)(?: AS\\b)?(?: (?!(?:${NO_ALIAS})\\b)(\\w+))?`,
    'gi',
  );
  return [...text.matchAll(mention)].map((found) => found[1] ?? table);
}

/** An INSERT names the column; every table read, changed or joined is compared by it under its own name. */
function predicated(text: string, column: string, names: readonly string[]): boolean {
  const insert = /^ ?(?:INSERT|REPLACE)\b/i.test(text);
  if (insert && !new RegExp(`^[^(]*\\([^)]*\\b${column}\\b`).test(text)) return false;
  const compared = insert ? names.slice(1) : names;
  if (compared.length === 0) return true;
  // `In([])` of an empty scope: such a statement finds nothing at all.
  if (/(?:\bWHERE|\bAND) \(*0=1\)*(?: AND|$| LIMIT| ORDER)/i.test(text) && !/\bOR\b/i.test(text)) return true;
  const start = text.search(/\b(?:ON|WHERE)\b/i);
  if (start < 0 || !/\bWHERE\b/i.test(text)) return false;
  const conditions = text.slice(start);
  const qualified = (name: string): boolean =>
    new RegExp(`\\b${name}\\.${column} ?(?:=|IN\\b|<=>)|= ?${name}\\.${column}\\b`, 'i').test(conditions);
  const bare = conditions.match(new RegExp(`(?<![.\\w])${column} ?(?:=|IN\\b|<=>)`, 'gi'))?.length ?? 0;
  return compared.filter((name) => !qualified(name)).length <= bare;
}
