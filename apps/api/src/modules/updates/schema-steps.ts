import { statementsOfTheHouse } from '../../platform/database';

/** One step of the schema: which tables it touches, and whether it takes something away that older code may still use. */
export interface SchemaStep {
  name: string;
  tables: string[];
  removes: boolean;
}

const TABLE =
  /^\s*(?:(?:CREATE|ALTER|DROP|TRUNCATE|RENAME)\s+TABLE|INSERT(?:\s+IGNORE)?\s+INTO|UPDATE|DELETE\s+FROM)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?`?(\w+)|^\s*(?:CREATE|DROP)\s+[\s\S]*?\bON\s+`?(\w+)/i;
/** What the code of the release before may miss: it would not go back. */
const REMOVES = /\bDROP\s+(?:TABLE|COLUMN)\b|\bRENAME\b|\b(?:CHANGE|MODIFY)\s+(?:COLUMN\s+)?`?\w/i;

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
  return {
    name,
    tables: [...new Set(tables.filter(Boolean))],
    removes: statements.some((statement) => REMOVES.test(statement)),
  };
}

const timeOf = (name: string): string => name.slice(-13);
