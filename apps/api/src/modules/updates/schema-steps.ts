import { statementsOfTheHouse } from '../../platform/database';

/** One step of the schema: which tables it touches, and whether it takes something away that older code may still use. */
export interface SchemaStep {
  name: string;
  tables: string[];
  removes: boolean;
  /** Tables, and columns as `table.column`, that are gone afterwards. */
  drops: string[];
}

const IF_EXISTS = '(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?';
const PLAIN_NAME = '`?(\\w+)`?';
/** A table, with its schema or without. */
const NAME = `${IF_EXISTS}(?:\`?\\w+\`?\\s*\\.\\s*)?${PLAIN_NAME}`;
const ALTER = 'ALTER(?:\\s+(?:ONLINE|IGNORE))*\\s+TABLE';
const TABLE = new RegExp(
  `^\\s*(?:(?:CREATE(?:\\s+OR\\s+REPLACE)?|DROP|TRUNCATE|RENAME)\\s+TABLES?|${ALTER}|INSERT(?:\\s+IGNORE)?\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+${NAME}|^\\s*(?:CREATE|DROP)\\s+[\\s\\S]*?\\bON\\s+\`?(\\w+)`,
  'i',
);
/** What the code of the release before may miss: it would not go back. */
const REMOVES =
  /\bRENAME\b|\b(?:CHANGE|MODIFY)\s+(?:COLUMN\s+)?`?\w|\bDROP\s+(?:TABLES?|COLUMN)\b|\bCREATE\s+OR\s+REPLACE\s+TABLE\b/i;
const DROPPED_TABLES = /^\s*DROP\s+TABLES?\s+(?:IF\s+EXISTS\s+)?([\s\S]+)/i;
const RENAMED_TABLES = /^\s*RENAME\s+TABLES?\s+([\s\S]+)/i;
const ALTERED_TABLE = new RegExp(`^\\s*${ALTER}\\s+${NAME}`, 'i');
/** Without TO or AS as well; an index or a column is named as such. */
const MOVED_AWAY = /\bRENAME\s+(?!(?:COLUMN|INDEX|KEY)\b)[`\w=]/i;
/** What else than a column is dropped or changed. */
const NO_COLUMN = '(?!(?:PRIMARY|INDEX|KEY|FOREIGN|CONSTRAINT|CHECK|PARTITION|SYSTEM|PERIOD|DEFAULT)\\b)';
const GONE_COLUMN = new RegExp(
  `\\b(?:(?:DROP|CHANGE)\\s+(?:COLUMN\\s+|${NO_COLUMN})|RENAME\\s+COLUMN\\s+)${IF_EXISTS}${PLAIN_NAME}(?:\\s+(?:TO\\s+)?\`?(\\w+))?`,
  'gi',
);
/** Text, which says nothing of the schema; comments that MariaDB carries out, of which the inside counts; and other comments. */
const ASIDE =
  /('(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*")|(`[^`]*`)|\/\*M?!\d*|\/\*[\s\S]*?\*\/|\*\/|--(?=\s|$).*|#.*/g;

/** Every step of this release, in the order they are taken; read from the statements themselves, which do not run. */
export async function schemaSteps(): Promise<SchemaStep[]> {
  const all = await statementsOfTheHouse();
  return all
    .map(({ name, statements }) => stepOf(name, statements))
    .sort((one, other) => Number(timeOf(one.name)) - Number(timeOf(other.name)));
}

/** What a step of these statements does. */
export function stepOf(name: string, statements: readonly string[]): SchemaStep {
  const given = statements.map(bare);
  const tables = given.map((statement) => TABLE.exec(statement)).map((found) => found?.[1] ?? found?.[2] ?? '');
  const drops = [...new Set(given.flatMap(dropsOf))];
  return {
    name,
    tables: [...new Set(tables.filter(Boolean))],
    // As it is written, too: a statement may be put together from text.
    removes: drops.length > 0 || [...given, ...statements].some((statement) => REMOVES.test(statement)),
    drops,
  };
}

const bare = (statement: string): string =>
  statement.replaceAll(ASIDE, (_all, text?: string, name?: string) => name ?? (text ? "''" : ' '));

function dropsOf(statement: string): string[] {
  const [, dropped] = DROPPED_TABLES.exec(statement) ?? [];
  if (dropped) return named(dropped.split(','));
  const [, pairs] = RENAMED_TABLES.exec(statement) ?? [];
  if (pairs) return named(pairs.split(','));
  const [, table] = ALTERED_TABLE.exec(statement) ?? [];
  if (!table) return [];
  // CHANGE a a ... gives a column another type and keeps its name.
  const gone = [...statement.matchAll(GONE_COLUMN)].filter(([text, from, to]) => /^DROP/i.test(text) || from !== to);
  return [...(MOVED_AWAY.test(statement) ? [table] : []), ...gone.map(([, from]) => `${table}.${from}`)];
}

const FIRST_NAME = new RegExp(`^\\s*${NAME}`, 'i');

/** The first name of each; of a pair it is what a table was called. */
const named = (parts: readonly string[]): string[] =>
  parts.map((part) => FIRST_NAME.exec(part)?.[1] ?? '').filter(Boolean);

const timeOf = (name: string): string => name.slice(-13);
