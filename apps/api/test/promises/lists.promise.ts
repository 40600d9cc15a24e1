import { uuid7 } from '@st0r/crypto';
import { ownershipOf, snake } from '../../src/platform/database';
import type { Resource } from '../../src/platform/resource';
import { facesOf, type Asking, type Face } from './faces';
import { aRecord } from './records';
import type { Findings, Stage } from './stage';
import { statementsOf } from './statements';

type Json = Record<string, unknown>;
interface Page {
  data: Json[];
  next: string | null;
  prev: string | null;
}
interface Column {
  name: string;
  type: string;
  full: string;
  nullable: 'YES' | 'NO';
  charset: string | null;
  extra: string;
  unique: number;
}

/** Rows beside the first; more than two pages of fifty. */
export const COPIES = 120;

/** Copies one record `COPIES` times, with few different values, and null where it may be, in every column a list sorts by. */
export async function fill(stage: Stage, resource: Resource): Promise<void> {
  const { table } = ownershipOf(resource.entity);
  const record = await aRecord(stage, resource, stage.bravo);
  const columns = await columnsOf(stage, table);
  const sorted = sortColumns(resource);
  const copied = columns.filter((column) => !/GENERATED|VIRTUAL|STORED/.test(column.extra));
  const values = copied.map((column) => copyOf(column, sorted.get(column.name)));
  const numbers = Array.from({ length: COPIES }, (_, n) => `SELECT ${n} AS n, '${uuid7()}' AS fresh`).join(
    ' UNION ALL ',
  );
  // The copies need no neighbours: what they refer to is not what this promise is about.
  await stage.world.sql('SET SESSION foreign_key_checks = 0');
  await stage.world.sql(
    `INSERT INTO \`${table}\` (${copied.map(({ name }) => `\`${name}\``).join(', ')})
     SELECT ${values.join(', ')} FROM \`${table}\` t CROSS JOIN (${numbers}) numbers WHERE t.id = ?`,
    [record['id']],
  );
  await stage.world.sql('SET SESSION foreign_key_checks = 1');
}

function copyOf(
  { name, type, full, nullable, charset, unique }: Column,
  choices: readonly string[] | undefined,
): string {
  if (name === 'id') return 'fresh';
  const distinct = unique > 0 && name !== 'organisation_id';
  if (distinct && type === 'uuid') return 'UUID()';
  if (distinct && /char|text/.test(type) && !/\((?:\d|1\d)\)/.test(full))
    return `CONCAT('c', n, '-', LEFT(\`${name}\`, 20))`;
  if (choices === undefined) return `\`${name}\``;
  const few = fewValues(charset === 'ascii' ? 'ascii' : type, choices);
  return nullable === 'YES' && few !== `\`${name}\`` ? `IF(n % 3 = 0, NULL, ${few})` : few.replace('``', `\`${name}\``);
}

function fewValues(type: string, choices: readonly string[]): string {
  if (choices.length > 0) return `ELT(1 + n % ${choices.length}, ${choices.map((one) => `'${one}'`).join(', ')})`;
  if (/datetime|timestamp/.test(type)) return "TIMESTAMP('2026-01-01') + INTERVAL n % 4 MICROSECOND";
  if (type === 'date') return "DATE('2026-01-01') + INTERVAL n % 4 DAY";
  if (/int/.test(type)) return 'n % 4';
  if (type === 'ascii') return "ELT(1 + n % 4, 'same', 'Same', 'other', '')";
  if (/char|text/.test(type)) return "ELT(1 + n % 5, 'same', 'Same', 'other', '', 'ünder_%')";
  return '``';
}

/** Column of each sort key, with its choices. */
function sortColumns({ list }: Resource): Map<string, readonly string[]> {
  return new Map(
    Object.entries(list.fields)
      .filter(([, field]) => field.sort)
      .map(([name, field]) => [field.column ?? snake(name), field.choices ?? []]),
  );
}

function columnsOf({ world }: Stage, table: string): Promise<Column[]> {
  return world.sql<Column>(
    `SELECT c.column_name AS name, c.data_type AS type, c.column_type AS full, c.is_nullable AS nullable, c.extra AS extra,
       c.character_set_name AS charset,
       (SELECT COUNT(*) FROM information_schema.statistics s WHERE s.table_schema = c.table_schema AND s.table_name = c.table_name
          AND s.column_name = c.column_name AND s.non_unique = 0 AND s.index_name <> 'PRIMARY') AS \`unique\`
     FROM information_schema.columns c WHERE c.table_schema = ? AND c.table_name = ? ORDER BY c.ordinal_position`,
    [world.database.name, table],
  );
}

const home = (stage: Stage, resource: Resource): Asking => (resource.tenant ? { org: stage.bravo.slug } : {});

async function page(face: Face, resource: Resource, asking: Asking): Promise<Page> {
  const answer = await face.list(resource, asking);
  if (answer.status !== 200) throw new Error(`${resource.noun} ${JSON.stringify(asking)}: ${JSON.stringify(answer)}`);
  return { ...(answer.data as Page), prev: answer.prev ?? null };
}

/** Page after page, every row comes exactly once, whatever the list is sorted by; and walking back shows them again. */
export async function pagesShowEachRowOnce(stage: Stage, resource: Resource): Promise<Findings> {
  const { table } = ownershipOf(resource.entity);
  const mine = resource.tenant ? ' AND organisation_id = ?' : '';
  const expected = await stage.world.sql(`SELECT id FROM \`${table}\` WHERE archived_at IS NULL${mine}`, [
    stage.bravo.id,
  ]);
  const keys = Object.entries(resource.list.shape.fields).flatMap(([name, { sort }]) =>
    sort ? [name, `-${name}`] : [],
  );
  const [rest, graphql] = facesOf(stage.keeper);
  const findings: Findings = [];
  for (const sort of [
    undefined,
    ...keys,
    keys
      .slice(0, 3)
      .filter((_, at) => at !== 1)
      .join(','),
  ]) {
    const face = sort?.startsWith('-') ? graphql : rest;
    const seen = await walk(stage, resource, face, sort);
    const distinct = new Set(seen);
    if (distinct.size !== seen.length || distinct.size !== expected.length)
      findings.push(
        `${resource.noun} by ${sort ?? 'default'}: ${seen.length} rows, ${distinct.size} different, ${expected.length} there`,
      );
    const back = await walkBack(stage, resource, face, { sort, seen });
    if (back !== undefined) findings.push(`${face.name} ${resource.noun} by ${sort ?? 'default'}: ${back}`);
  }
  return findings;
}

async function walk(
  stage: Stage,
  resource: Resource,
  ...[face, sort]: [face: Face, sort: string | undefined]
): Promise<unknown[]> {
  const seen: unknown[] = [];
  let cursor: string | null = null;
  do {
    const asking: Asking = {
      ...home(stage, resource),
      limit: 47,
      ...(sort ? { sort } : {}),
      ...(cursor ? { cursor } : {}),
    };
    const { data, next } = await page(face, resource, asking);
    seen.push(...data.map((row) => row['id']));
    cursor = next;
  } while (cursor !== null && seen.length < 1000);
  return seen;
}

/** The same rows from the last page to the first; answers what is wrong. */
async function walkBack(
  stage: Stage,
  resource: Resource,
  ...[face, { sort, seen }]: [face: Face, { sort: string | undefined; seen: readonly unknown[] }]
): Promise<string | undefined> {
  const asking = { ...home(stage, resource), limit: 60, ...(sort ? { sort } : {}) };
  const first = await page(face, resource, asking);
  if (first.prev !== null) return 'the first page says there are rows before it';
  if (first.next === null) return undefined;
  const second = await page(face, resource, { ...asking, cursor: first.next });
  if (second.prev === null) return 'the second page says there are no rows before it';
  const back = await page(face, resource, { ...asking, limit: 47, back: second.prev });
  const ids = back.data.map((row) => row['id']);
  const expected = seen.slice(13, 60);
  if (ids.join() !== expected.join()) return `the page before row 60 is not rows 13 to 59: ${ids.length} rows`;
  const onward = back.next && (await page(face, resource, { ...asking, cursor: back.next })).data[0]?.['id'];
  if (onward !== seen[60]) return 'the way back does not lead forward again';
  return back.prev === null ? 'a page before the second knows no rows before it' : undefined;
}

/** A list of fifty costs the statements of a list of one, and the last page those of the first. */
export async function listsCostTheSame(stage: Stage, resource: Resource): Promise<Findings> {
  const findings: Findings = [];
  for (const face of facesOf(stage.keeper)) {
    const cost = async (asking: Asking): Promise<number> =>
      (await statementsOf(stage.world, () => page(face, resource, { ...home(stage, resource), ...asking }))).length;
    // What the house reads by the clock may fall into one measurement, and not into the same one again and again.
    let found: Findings = [];
    for (let time = 0; time < 3; time += 1) {
      found = await costsOf(cost, await page(face, resource, { ...home(stage, resource), limit: 60 }));
      if (found.length === 0) break;
    }
    findings.push(...found.map((one) => `${face.name} ${resource.noun}: ${one}`));
  }
  return findings;
}

async function costsOf(cost: (asking: Asking) => Promise<number>, first: { next?: string | null }): Promise<Findings> {
  const [one, fifty] = [await cost({ limit: 1 }), await cost({ limit: 50 })];
  const second = await cost({ limit: 60, ...(first.next ? { cursor: first.next } : {}) });
  return [
    ...(fifty > one + 1 ? [`${one} statements for a row, ${fifty} for fifty`] : []),
    ...(second > fifty ? [`${fifty} statements for page 1, ${second} for page 2`] : []),
  ];
}

/** A list never gives more than asked for, refuses what it does not know and says what it does know. */
export async function listsAreBounded(stage: Stage, resource: Resource): Promise<Findings> {
  const { keeper } = stage;
  const path = `/${resource.path}`;
  const org = resource.tenant ? `org=${stage.bravo.slug}&` : '';
  const findings: Findings = [];
  const few = await keeper.get(`${path}?${org}limit=7`);
  if (few.body.data?.length > 7) findings.push(`${resource.noun}?limit=7 gave ${few.body.data.length} rows`);
  const unasked = await keeper.get(`${path}?${org}`);
  if (unasked.body.data?.length > 50) findings.push(`${resource.noun} gave ${unasked.body.data.length} rows unasked`);
  const [allowed] = Object.keys(resource.list.shape.fields).filter((name) => resource.list.shape.fields[name]?.filter);
  const refusals: [string, string | undefined][] = [
    ['limit=0', undefined],
    ['limit=201', undefined],
    ['limit=-1', undefined],
    ['limit=1e2', undefined],
    ['limit=ten', undefined],
    ['nothing=1', allowed],
    ['nothing[eq]=1', allowed],
    [`${allowed}[like]=1`, undefined],
    ['sort=nothing', undefined],
    ['sort=organisation_id', undefined],
    ['sort=id;DROP', undefined],
    ['cursor=AAAA', undefined],
    ['archived=maybe', undefined],
    ['offset=10', undefined],
  ];
  for (const [query, names] of refusals) {
    const { status, text, body } = await keeper.get(`${path}?${org}${query}`);
    const pointed =
      Array.isArray(body.errors) && body.errors.length > 0 && body.errors.every((one: Json) => one['pointer']);
    if (status !== 400 || !pointed || (names && !text.includes(`"${names}"`)))
      findings.push(`${resource.noun}?${query}: ${status} ${text.slice(0, 200)}`);
  }
  return findings;
}
