import { organisationTables, viewsOf, type OrganisationTable } from './rows-of-organisations';
import { routinesOff, type OwnerDoor } from './row-views';

/** The end of a view as MariaDB writes it down: what it compares each row with. */
const COMPARES =
  /from [^ ]+(?: FORCE INDEX \([`\w]+\))? where (?:`[^`]+`\.)?`held_rows`\(\) = '\*' or locate\(cast\((?:coalesce\()?`[^()]+`\.`organisation_id`(?:,'0{8}(?:-0{4}){3}-0{12}'\))? as [^()]+\(16\)[^()]*\),(?:`[^`]+`\.)?`held_rows`\(\)\) > 0$/i;

/** What is not as `migrate` made it, of the views and routines that keep organisations apart; seen by the account that owns them. */
export async function rowViewDrift(door: OwnerDoor): Promise<string[]> {
  const drift = (await routinesOff(door)).map(({ name }) => `The routine ${name} is missing or was changed.`);
  const rows = await door.query<{ name: string; definition: string; checks: string; security: string }>(
    `SELECT table_name AS name, view_definition AS definition, check_option AS checks, security_type AS security
     FROM information_schema.views WHERE table_schema = DATABASE()`,
  );
  const views = new Map(rows.map((view) => [view.name, view]));
  for (const name of organisationTables().flatMap(viewsOf)) {
    const view = views.get(name);
    if (!view) drift.push(`The view ${name} is missing.`);
    else if (!COMPARES.test(view.definition) || view.checks !== 'CASCADED' || view.security !== 'DEFINER')
      drift.push(`The view ${name} was changed.`);
  }
  return drift;
}

/** The rights of the application on a table of organisations' rows and its views, as `SHOW GRANTS` sorts them. */
export const rightsOn = (table: OrganisationTable): [name: string, rights: string][] => [
  ...(table.appended ? [] : ([[table.table, 'REFERENCES']] as [string, string][])),
  ...viewsOf(table).map((view): [string, string] => [
    view,
    table.appended ? 'SELECT' : 'DELETE; INSERT; SELECT; UPDATE',
  ]),
];
