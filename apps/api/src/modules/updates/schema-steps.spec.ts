import { describe, expect, it } from 'vitest';
import '../index';
import { knownMigrations } from '../../platform/database';
import { schemaSteps, stepOf } from './schema-steps';

describe('the steps of the schema', () => {
  it('are read from what the release would run, each with its tables', async () => {
    const steps = await schemaSteps();
    expect(steps.map(({ name }) => name).sort()).toEqual(knownMigrations().sort());
    expect(steps.filter(({ tables }) => tables.length === 0)).toEqual([]);
    expect(steps.find(({ name }) => name === 'BackupTables1765200000000')).toEqual({
      name: 'BackupTables1765200000000',
      tables: ['backup_recipient', 'backup_run'],
      removes: false,
    });
  });

  it.each([
    ['ALTER TABLE asset ADD COLUMN IF NOT EXISTS colour VARCHAR(20) NULL', 'asset', false],
    ['CREATE INDEX IF NOT EXISTS by_name ON `site` (name)', 'site', false],
    ['CREATE TRIGGER IF NOT EXISTS guard BEFORE UPDATE ON event FOR EACH ROW SIGNAL SQLSTATE "45000"', 'event', false],
    ['ALTER TABLE asset DROP COLUMN colour', 'asset', true],
    ['ALTER TABLE asset MODIFY name VARCHAR(10)', 'asset', true],
    ['DROP TABLE IF EXISTS asset', 'asset', true],
    ['ALTER TABLE asset RENAME COLUMN a TO b', 'asset', true],
    ['UPDATE asset SET name = 1', 'asset', false],
  ])('%s', (statement, table, removes) => {
    expect(stepOf('Step1', [statement])).toEqual({ name: 'Step1', tables: [table], removes });
  });
});
