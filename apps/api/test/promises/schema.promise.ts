import { DataSource } from 'typeorm';
import { declaredEntities, ownershipOf, snake } from '../../src/platform/database';
import { watchedTables } from '../scope-listener';
import type { Findings, Stage } from './stage';

interface Column {
  table: string;
  name: string;
  type: string;
  length: number | null;
  nullable: 'YES' | 'NO';
}

/** Columns that stand in the database only, for the database's own use. */
const DATABASE_ONLY = new Set(['vault_folder.place', 'job.active_key']);
/** Rows of the past: they refer to nothing, so that nothing can ever change or keep them from being written. */
const LOGS = new Set(['event', 'api_request']);
/** Tables without an entity: written and read by statements of their own. */
export const BARE_TABLES = [
  'api_key_breach',
  'api_key_secret',
  'api_usage',
  'break_glass_account',
  'breach_watch',
  'credential_breach',
  'directory_departure',
  'directory_turn',
  'directory_sync',
  'email_change',
  'event',
  'event_checkpoint',
  'event_epoch',
  'event_follower',
  'event_seal',
  'event_tally',
  'perimeter_tally',
  'security_tally',
  'group_mapping',
  'backup_recipient',
  'backup_run',
  'inspected',
  'update_request',
  'backup_target',
  'idempotent_answer',
  'invitation',
  'job_file',
  'country_file',
  'job_schedule',
  'key_epoch',
  'key_rotation',
  'key_use',
  'lease',
  'node_status',
  'organisation_logo',
  'platform_key',
  'platform_setting',
  'rate_limit',
  'row_secret',
  'record_mark',
  'recovery_code',
  'recovery_kit',
  'refresh_token',
  'root_key',
  'saml_certificate_warning',
  'saml_key',
  'schema_migration',
  'search_entry',
  'search_word',
  'sight',
  'session',
  'sign_in_attack',
  'sign_in_attempt',
  'sign_in_connection_health',
  'sign_in_connection_secret',
  'sign_in_country',
  'sign_in_domain',
  'sign_in_entry',
  'shredding',
  'sign_in_link',
  'sign_in_pressure',
  'sign_in_slowdown',
  'used_assertion',
  'user_password',
  'user_totp',
  'user_passkey',
  'spent_challenge',
] as const;

const SAME: Record<string, readonly string[]> = {
  uuid: ['uuid'],
  varchar: ['varchar', 'char'],
  char: ['char', 'varchar'],
  text: ['text', 'mediumtext', 'longtext'],
  mediumtext: ['mediumtext'],
  longtext: ['longtext'],
  json: ['longtext', 'json'],
  boolean: ['tinyint'],
  tinyint: ['tinyint'],
  smallint: ['smallint'],
  int: ['int'],
  integer: ['int'],
  bigint: ['bigint'],
  decimal: ['decimal'],
  double: ['double'],
  float: ['float'],
  date: ['date'],
  datetime: ['datetime'],
  binary: ['binary'],
  varbinary: ['varbinary'],
  blob: ['blob', 'mediumblob', 'longblob'],
  mediumblob: ['mediumblob'],
  longblob: ['longblob'],
  inet6: ['inet6'],
};

/** Every property has its column, of the same type, length and nullability; no column is there that nobody declared. */
export async function columnsEqualEntities(stage: Stage): Promise<Findings> {
  const columns = await columnsOf(stage);
  const findings: Findings = [];
  for (const { tableName, columns: declared } of stage.world.app.get(DataSource).entityMetadatas) {
    const there = new Map(columns.filter((one) => one.table === tableName).map((one) => [one.name, one]));
    for (const property of declared) {
      const column = there.get(property.databaseName);
      const place = `${tableName}.${property.databaseName}`;
      if (!column) {
        findings.push(`${place} is declared and not there`);
        continue;
      }
      const type = typeof property.type === 'string' ? property.type : property.type.name.toLowerCase();
      if (!(SAME[type] ?? [type]).includes(column.type)) findings.push(`${place} is ${column.type}, declared ${type}`);
      if (property.isNullable !== (column.nullable === 'YES'))
        findings.push(`${place}: nullable is ${column.nullable}`);
      if (/char|binary/.test(type) && property.length && Number(property.length) !== Number(column.length))
        findings.push(`${place} holds ${column.length}, declared ${property.length}`);
    }
    const known = new Set(declared.map((property) => property.databaseName));
    for (const name of there.keys())
      if (!known.has(name) && !DATABASE_ONLY.has(`${tableName}.${name}`))
        findings.push(`${tableName}.${name} is there and not declared`);
  }
  return findings;
}

/** Every table belongs to an entity or to the short list of bare ones. */
export async function tablesEqualEntities(stage: Stage): Promise<Findings> {
  const there = new Set((await columnsOf(stage)).map((column) => column.table));
  const declared = new Set(declaredEntities().map((entity) => ownershipOf(entity).table));
  const bare = new Set<string>(BARE_TABLES);
  return [
    ...[...there].filter((name) => !declared.has(name) && !bare.has(name)).map((name) => `${name} has no entity`),
    ...[...declared].filter((name) => !there.has(name)).map((name) => `${name} has no table`),
  ];
}

/** Tables that name an organisation and hold nothing of it, each with its reason. */
const NAMES_ONLY: Readonly<Record<string, string>> = {
  platform_key: "keys of the installation itself, under the columns of an organisation's: the organisation is none",
  sight: 'says where somebody looks with other rights; it holds no data of an organisation',
  saved_view: 'a view says whose team sees it, and what to ask for; it holds no data of an organisation',
};

/** Every table that names an organisation, with or without an entity, is watched by the statement listener. */
export async function organisationsAreWatched(stage: Stage): Promise<Findings> {
  const watched = new Set([...watchedTables().keys(), ...Object.keys(NAMES_ONLY)]);
  const named = (await columnsOf(stage)).filter(({ name }) => name === 'organisation_id');
  return named
    .filter(({ table }) => !watched.has(table))
    .map(({ table }) => `${table} names an organisation unwatched`);
}

/** Every organisation-owned table is unique by organisation and id, and refers to its like within the organisation only. */
export async function organisationsCannotMix(stage: Stage): Promise<Findings> {
  const owned = new Map(
    declaredEntities()
      .map((entity) => ownershipOf(entity))
      .filter(({ kind, scopedBy, table }) => kind === 'organisation' && scopedBy !== 'id' && !LOGS.has(table))
      .map(({ table, scopedBy }) => [table, snake(scopedBy)]),
  );
  const [keys, references] = [await uniqueKeys(stage), await foreignKeys(stage)];
  const findings: Findings = [];
  for (const [table, column] of owned) {
    if (!keys.has(`${table}:${column},id`)) findings.push(`${table} has no unique key (${column}, id)`);
    const home = references.some(
      ({ table: from, to, columns }) => from === table && to === 'organisation' && columns === column,
    );
    if (!home) findings.push(`${table}.${column} refers to no organisation`);
  }
  for (const { table, to, columns, target } of references) {
    if (!owned.has(table) || !owned.has(to)) continue;
    if (!columns.startsWith(`${owned.get(table)},`) || !target.startsWith(`${owned.get(to)},`))
      findings.push(`${table} (${columns}) refers to ${to} (${target}) across organisations`);
  }
  return findings;
}

/** Views show the columns of their tables once more. */
const NO_VIEW =
  'table_name NOT IN (SELECT v.table_name FROM information_schema.views v WHERE v.table_schema = columns.table_schema)';

const columnsOf = ({ world }: Stage): Promise<Column[]> =>
  world.sql<Column>(
    `SELECT table_name AS \`table\`, column_name AS name, data_type AS type, character_maximum_length AS length, is_nullable AS nullable
     FROM information_schema.columns WHERE table_schema = ? AND ${NO_VIEW} ORDER BY table_name, ordinal_position`,
    [world.database.name],
  );

async function uniqueKeys({ world }: Stage): Promise<Set<string>> {
  const rows = await world.sql<{ one: string }>(
    `SELECT CONCAT(table_name, ':', GROUP_CONCAT(column_name ORDER BY seq_in_index)) AS one FROM information_schema.statistics
     WHERE table_schema = ? AND non_unique = 0 GROUP BY table_name, index_name`,
    [world.database.name],
  );
  return new Set(rows.map((row) => row.one));
}

interface Reference {
  table: string;
  to: string;
  columns: string;
  target: string;
}

const foreignKeys = ({ world }: Stage): Promise<Reference[]> =>
  world.sql<Reference>(
    `SELECT table_name AS \`table\`, referenced_table_name AS \`to\`, GROUP_CONCAT(column_name ORDER BY ordinal_position) AS columns,
       GROUP_CONCAT(referenced_column_name ORDER BY ordinal_position) AS target FROM information_schema.key_column_usage
     WHERE table_schema = ? AND referenced_table_name IS NOT NULL GROUP BY table_name, constraint_name, referenced_table_name`,
    [world.database.name],
  );

/** The whole structure as text; two equal ones are the same schema. */
export async function structureOf(stage: Stage): Promise<string> {
  const { world } = stage;
  const tables = await world.sql<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY table_name",
    [world.database.name],
  );
  const made: string[] = [];
  for (const { name } of tables) {
    const [row] = await world.sql<Record<string, string>>(`SHOW CREATE TABLE \`${name}\``);
    made.push(String(row?.['Create Table']).replace(/ AUTO_INCREMENT=\d+/, ''));
  }
  const triggers = await world.sql(
    'SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = ? ORDER BY trigger_name',
    [world.database.name],
  );
  return [...made, JSON.stringify(triggers)].join('\n');
}
