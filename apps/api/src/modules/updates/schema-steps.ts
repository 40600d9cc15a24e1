import { statementsOfTheHouse } from '../../platform/database';

/** One step of the schema: which tables it touches, and whether it takes something away that older code may still use. */
export interface SchemaStep {
  name: string;
  tables: string[];
  removes: boolean;
  /** Tables, and columns as `table.column`, that are gone afterwards. */
  drops: string[];
}

const TABLE =
  /^\s*(?:(?:CREATE|ALTER|DROP|TRUNCATE|RENAME)\s+TABLE|INSERT(?:\s+IGNORE)?\s+INTO|UPDATE|DELETE\s+FROM)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?`?(\w+)|^\s*(?:CREATE|DROP)\s+[\s\S]*?\bON\s+`?(\w+)/i;
/** What the code of the release before may miss: it would not go back. */
const REMOVES = /\bRENAME\b|\b(?:CHANGE|MODIFY)\s+(?:COLUMN\s+)?`?\w/i;
const NAME = '(?:IF\\s+EXISTS\\s+)?`?(\\w+)`?';
const DROPPED_TABLES = /^\s*DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?([\w`\s,]+)/i;
const RENAMED_TABLE = new RegExp(
  `^\\s*RENAME\\s+TABLE\\s+${NAME}|^\\s*ALTER\\s+TABLE\\s+${NAME}\\s+RENAME\\s+(?:TO|AS)\\b`,
  'i',
);
const ALTERED_TABLE = new RegExp(`^\\s*ALTER\\s+TABLE\\s+${NAME}`, 'i');
/** What else than a column is dropped, renamed or changed. */
const NO_COLUMN = '(?!(?:PRIMARY|INDEX|KEY|FOREIGN|CONSTRAINT|CHECK|PARTITION|SYSTEM|PERIOD|DEFAULT|TO|AS)\\b)';
const GONE_COLUMN = new RegExp(
  `\\b(?:DROP|RENAME|CHANGE)\\s+(?:COLUMN\\s+)?${NO_COLUMN}${NAME}(?:\\s+(?:TO\\s+)?\`?(\\w+))?`,
  'gi',
);

/** Every step of this release, in the order they are taken; read from the statements themselves, which do not run. */
export async function schemaSteps(): Promise<SchemaStep[]> {
  const all = await statementsOfTheHouse();
  return all
    .map(({ name, statements }) => stepOf(name, statements))
    .sort((one, other) => Number(timeOf(one.name)) - Number(timeOf(other.name)));
}

/** What a step of these statements does. */
export function stepOf(name: string, statements: readonly string[]): SchemaStep {
  const tables = statements.map((statement) => TABLE.exec(statement)).map((found) => found?.[1] ?? found?.[2] ?? '');
  const drops = [...new Set(statements.flatMap(dropsOf))];
  return {
    name,
    tables: [...new Set(tables.filter(Boolean))],
    removes: drops.length > 0 || statements.some((statement) => REMOVES.test(statement)),
    drops,
  };
}

function dropsOf(statement: string): string[] {
  const [, dropped] = DROPPED_TABLES.exec(statement) ?? [];
  if (dropped) return dropped.split(',').map((name) => name.replaceAll(/[`\s]/g, ''));
  const [, renamed, moved] = RENAMED_TABLE.exec(statement) ?? [];
  if (renamed ?? moved) return [renamed ?? moved ?? ''];
  const [, table] = ALTERED_TABLE.exec(statement) ?? [];
  if (!table) return [];
  // CHANGE a a ... gives a column another type and keeps its name.
  const gone = [...statement.matchAll(GONE_COLUMN)].filter(([text, from, to]) => /^DROP/i.test(text) || from !== to);
  return gone.map(([, from]) => `${table}.${from}`);
}

const timeOf = (name: string): string => name.slice(-13);
