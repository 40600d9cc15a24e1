import type { DataSource } from 'typeorm';
import { EVENT_COLUMNS } from '../events/event-row';
import { CALLED, SECRET_TABLE } from './row-views/row-views';
import { organisationTables, viewsOf } from './row-views/rows-of-organisations';

/** Tables nobody may change after the fact, and who may add to them. */
const APPEND_ONLY = new Set(['event', 'event_seal', 'event_checkpoint', 'event_epoch']);

/** Seals and epochs are added by this account alone; what an epoch vouches for, it alone may remove. */
const RETENTION_RIGHTS = {
  event: 'SELECT, DELETE',
  event_seal: 'SELECT, INSERT, DELETE',
  event_checkpoint: 'SELECT, INSERT',
  event_epoch: 'SELECT, INSERT',
  lease: 'SELECT, INSERT, UPDATE',
} as const;

/** Accounts of one installation. */
export interface Accounts {
  application: string;
  retention: string;
}

/**
 * Gives the application and the sealer their least rights, table by table. The application may add events by column only,
 * so it can choose neither their number nor their time; the sealer may read events, add seals, and remove what is too old.
 * Rows of organisations it meets through views alone; of their tables it may know the shape.
 */
export async function applyGrants(source: DataSource, accounts: Accounts): Promise<void> {
  const rows = (await source.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  )) as { name: string }[];
  const host = await hostOfAccounts(source);
  const application = account(accounts.application, host);
  const viewed = organisationTables();
  const closed = new Set(viewed.map(({ table }) => table));
  for (const { name } of rows.filter((row) => row.name !== SECRET_TABLE))
    if (closed.has(name)) await close(source, name, application);
    else await source.query(applicationGrant(name, application));
  for (const table of viewed)
    for (const view of viewsOf(table))
      await source.query(
        `GRANT SELECT${table.appended ? '' : ', INSERT, UPDATE, DELETE'} ON \`${view}\` TO ${application}`,
      );
  for (const name of CALLED) await source.query(`GRANT EXECUTE ON PROCEDURE ${name} TO ${application}`);
  const retention = account(accounts.retention, host);
  for (const [table, rights] of Object.entries(RETENTION_RIGHTS))
    await source.query(`GRANT ${rights} ON ${table} TO ${retention}`);
}

/** REFERENCES lets the account see how a table is made, which a backup has to, and nothing that is in it. */
async function close(source: DataSource, table: string, grantee: string): Promise<void> {
  if (table === 'event')
    await source.query(`GRANT INSERT (${EVENT_COLUMNS.map(([, column]) => column).join(', ')}) ON event TO ${grantee}`);
  await source.query(`GRANT REFERENCES ON \`${table}\` TO ${grantee}`);
  const open = table === 'event' ? 'SELECT' : 'SELECT, INSERT, UPDATE, DELETE';
  await source.query(`REVOKE ${open} ON \`${table}\` FROM ${grantee}`);
}

function applicationGrant(table: string, grantee: string): string {
  if (APPEND_ONLY.has(table) || table === 'schema_migration') return `GRANT SELECT ON \`${table}\` TO ${grantee}`;
  return `GRANT SELECT, INSERT, UPDATE, DELETE ON \`${table}\` TO ${grantee}`;
}

// The three accounts are made together, for the same host: 'localhost' on one machine, '%' between containers.
async function hostOfAccounts(source: DataSource): Promise<string> {
  const [row] = (await source.query("SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', -1) AS host")) as [{ host: string }];
  return row.host;
}

function account(name: string, host: string): string {
  if (!/^[\w-]{1,80}$/.test(name)) throw new Error('A database account name holds letters, digits, - and _ only.');
  return `'${name}'@'${host.replaceAll("'", "''")}'`;
}
