import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from './world';

const SOURCE = join(import.meta.dirname, '..', 'src');
/** Each is known to one server alone, or refused by a cluster. */
const OF_ONE_SERVER = /\b(GET_LOCK|IS_FREE_LOCK|IS_USED_LOCK|LOCK TABLES|FLUSH TABLES|XA START|LAST_INSERT_ID)\b/;

const programs = (): string[] =>
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(name),
  );

describe('a database of several servers that all take writes', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('finds every row by a primary key, in tables that are replicated', async () => {
    const tables = await world.sql<{ name: string; engine: string; keyed: number }>(
      `SELECT t.table_name AS name, t.engine, EXISTS (SELECT 1 FROM information_schema.table_constraints c
         WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY') AS keyed
       FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(50);
    expect(tables.filter(({ engine, keyed }) => engine !== 'InnoDB' || Number(keyed) !== 1)).toEqual([]);
  });

  it('gives numbers by itself to events alone, which nobody takes for an unbroken count', async () => {
    const numbered = await world.sql<{ name: string }>(
      `SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND extra LIKE '%auto_increment%' AND table_name <> 'schema_migration'`,
    );
    expect(numbered.map(({ name }) => name)).toEqual(['event.n']);
  });

  it('is asked for nothing that only one server knows', () => {
    const found = programs().filter((name) => OF_ONE_SERVER.test(readFileSync(join(SOURCE, name), 'utf8')));
    expect(found).toEqual([]);
  });
});
