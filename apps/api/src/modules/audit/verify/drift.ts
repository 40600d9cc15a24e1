import type { Settings } from '../../../platform/config';
import { AccountDatabase, organisationTables, rightsOn, rowViewDrift } from '../../../platform/database';
import { EVENT_COLUMNS, EVENT_TABLES, EVENT_GUARDS } from '../../../platform/events';
import type { Findings } from './verify-report';

const COLUMNS = EVENT_COLUMNS.map(([, column]) => column);
const INSERT_COLUMNS = `INSERT (${[...COLUMNS].sort().join(', ')})`;

/**
 * Rights on the event tables, as migrations give them, and on the leases by which one sealer at a time is at work. Those on
 * rows of organisations come with their views.
 */
const EXPECTED: Readonly<Record<'application' | 'retention', Readonly<Record<string, string>>>> = {
  application: {
    event: `${INSERT_COLUMNS}; REFERENCES`,
    event_seal: 'SELECT',
    event_checkpoint: 'SELECT',
    event_epoch: 'SELECT',
    lease: 'DELETE; INSERT; SELECT; UPDATE',
  },
  retention: {
    event: 'DELETE; SELECT',
    event_seal: 'DELETE; INSERT; SELECT',
    event_checkpoint: 'INSERT; SELECT',
    event_epoch: 'INSERT; SELECT',
    lease: 'INSERT; SELECT; UPDATE',
  },
};

/** Compares the triggers, views and rights that keep events append-only and organisations apart with what they should be. */
export async function inspectGuards(settings: Settings, findings: Findings): Promise<void> {
  if (settings.DATABASE_URL) {
    findings.notes.push('Rights were not checked: DATABASE_URL gives one account to everything.');
    await inspect(settings, 'application', findings, triggers, rowViewDrift);
    return;
  }
  await inspect(settings, 'migration', findings, triggers, rowViewDrift);
  await inspect(settings, 'application', findings, (database) => rights(database, 'application'));
  await inspect(settings, 'retention', findings, (database) => rights(database, 'retention'));
}

async function inspect(
  settings: Settings,
  role: 'application' | 'migration' | 'retention',
  ...[findings, ...looks]: [Findings, ...((database: AccountDatabase) => Promise<string[]>)[]]
): Promise<void> {
  let database: AccountDatabase;
  try {
    database = await AccountDatabase.open(settings, role);
  } catch {
    findings.notes.push(`The guards seen by the ${role} account were not checked: it cannot sign in from here.`);
    return;
  }
  try {
    for (const look of looks) findings.drift.push(...(await look(database)));
  } finally {
    await database.close();
  }
}

async function triggers(database: AccountDatabase): Promise<string[]> {
  const rows = await database.query<{ name: string; place: string; statement: string }>(
    `SELECT trigger_name AS name, CONCAT(action_timing, ' ', event_manipulation, ' ', event_object_table) AS place,
     action_statement AS statement FROM information_schema.triggers
     WHERE event_object_schema = DATABASE() AND event_object_table IN (${EVENT_TABLES.map(() => '?').join(', ')})`,
    EVENT_TABLES,
  );
  const found = new Map(rows.map((row) => [row.name, `${row.place}: ${plain(row.statement)}`]));
  const drift: string[] = [];
  for (const { name, timing, event, table, statement } of EVENT_GUARDS) {
    const actual = found.get(name);
    if (actual === undefined) drift.push(`The trigger ${name} is missing.`);
    else if (actual !== `${timing} ${event} ${table}: ${plain(statement)}`)
      drift.push(`The trigger ${name} was changed.`);
    found.delete(name);
  }
  return [...drift, ...[...found.keys()].map((name) => `The trigger ${name} does not belong there.`)];
}

const GRANT = /^GRANT (.+) ON (\S+) TO /;

async function rights(database: AccountDatabase, role: 'application' | 'retention'): Promise<string[]> {
  const rows = await database.query<Record<string, string>>('SHOW GRANTS');
  const [{ name } = { name: '' }] = await database.query<{ name: string }>('SELECT DATABASE() AS name');
  const drift: string[] = [];
  const found = new Map<string, string>();
  for (const line of rows.flatMap((row) => Object.values(row))) {
    const [, list = '', on = ''] = GRANT.exec(line) ?? [];
    const [schema = '', table = ''] = on.replaceAll('`', '').replaceAll('\\', '').split('.');
    if (list === 'USAGE') continue;
    // Where backups are tried out, nothing of the installation itself lies.
    if (schema === `${name}_verify`) continue;
    if (table === '*') drift.push(`The ${role} account has rights on everything in ${schema}.`);
    else if (schema === name) found.set(table, normalised(list));
  }
  // The application has its records besides; the sealer has nothing else to look for.
  const others = role === 'retention' ? [...found.keys()].filter((table) => !(table in EXPECTED.retention)) : [];
  drift.push(...others.map((table) => `The ${role} account has rights on ${table}, where it has nothing to do.`));
  const due = role === 'application' ? organisationTables().flatMap(rightsOn) : [];
  for (const [table, expected] of [...Object.entries(EXPECTED[role]), ...due])
    if ((found.get(table) ?? 'none') !== expected)
      drift.push(`The ${role} account's rights on ${table} are ${found.get(table) ?? 'none'} instead of ${expected}.`);
  return drift;
}

/** `SELECT, INSERT (b, a)` -> `INSERT (a, b); SELECT`. */
function normalised(list: string): string {
  return [...list.replaceAll('`', '').matchAll(/([A-Z ]+?)\s*(?:\(([^)]*)\))?(?:, |$)/g)]
    .filter((match) => match[0] !== '')
    .map(([, right = '', columns]) => right.trim() + (columns ? ` (${columns.split(', ').sort().join(', ')})` : ''))
    .sort()
    .join('; ');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
