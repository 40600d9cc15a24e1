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
      drops: [],
    });
  });

  it.each([
    ['ALTER TABLE asset ADD COLUMN IF NOT EXISTS colour VARCHAR(20) NULL', 'asset', false, []],
    ['CREATE INDEX IF NOT EXISTS by_name ON `site` (name)', 'site', false, []],
    ['CREATE TRIGGER IF NOT EXISTS g BEFORE UPDATE ON event FOR EACH ROW SIGNAL SQLSTATE "45000"', 'event', false, []],
    ['ALTER TABLE asset DROP COLUMN colour', 'asset', true, ['asset.colour']],
    ['ALTER TABLE asset DROP IF EXISTS a, DROP COLUMN IF EXISTS `b`', 'asset', true, ['asset.a', 'asset.b']],
    ['ALTER TABLE asset DROP INDEX by_name, DROP FOREIGN KEY f, ALTER COLUMN a DROP DEFAULT', 'asset', false, []],
    ['ALTER TABLE asset MODIFY name VARCHAR(10)', 'asset', true, []],
    ['ALTER TABLE asset CHANGE a a INT, CHANGE COLUMN `b` c INT', 'asset', true, ['asset.b']],
    ['DROP TABLE IF EXISTS asset', 'asset', true, ['asset']],
    ['DROP TABLE `asset`, site', 'asset', true, ['asset', 'site']],
    ['RENAME TABLE asset TO thing', 'asset', true, ['asset']],
    ['ALTER TABLE asset RENAME TO thing', 'asset', true, ['asset']],
    ['ALTER TABLE asset RENAME COLUMN a TO b', 'asset', true, ['asset.a']],
    ['UPDATE asset SET name = 1', 'asset', false, []],
    ['ALTER ONLINE TABLE asset DROP COLUMN a', 'asset', true, ['asset.a']],
    ['ALTER ONLINE IGNORE TABLE IF EXISTS st0r.`asset` DROP a', 'asset', true, ['asset.a']],
    ['/* why */ ALTER TABLE asset /* so */ DROP /* it */ COLUMN a', 'asset', true, ['asset.a']],
    ['-- why\nALTER TABLE asset # so\n DROP COLUMN a', 'asset', true, ['asset.a']],
    ['ALTER TABLE asset /*!100100 DROP COLUMN a, */ ADD b INT', 'asset', true, ['asset.a']],
    ["ALTER TABLE asset ADD b CHAR(9) DEFAULT '# '' -- /*', DROP COLUMN a", 'asset', true, ['asset.a']],
    ["ALTER TABLE asset ADD b CHAR(99) COMMENT 'see DROP COLUMN a'", 'asset', true, []],
    ["EXECUTE IMMEDIATE 'ALTER TABLE asset DROP COLUMN a'", undefined, true, []],
    ['ALTER TABLE asset DROP COLUMN period, DROP COLUMN `key`', 'asset', true, ['asset.period', 'asset.key']],
    ['RENAME TABLE asset TO thing, site TO place, `a` WAIT 5 TO b', 'asset', true, ['asset', 'site', 'a']],
    ['ALTER TABLE asset ADD a INT, RENAME TO thing', 'asset', true, ['asset']],
    ['ALTER TABLE asset DROP COLUMN a, RENAME thing', 'asset', true, ['asset', 'asset.a']],
    ['ALTER TABLE asset RENAME INDEX a TO b', 'asset', true, []],
    ['DROP TABLE asset RESTRICT', 'asset', true, ['asset']],
    ['DROP TABLE asset, st0r.site CASCADE', 'asset', true, ['asset', 'site']],
    ['DROP TABLE asset NOWAIT', 'asset', true, ['asset']],
    ['CREATE OR REPLACE TABLE asset (a INT)', 'asset', true, []],
  ])('%s', (statement, table, removes, drops) => {
    expect(stepOf('Step1', [statement])).toEqual({ name: 'Step1', tables: table ? [table] : [], removes, drops });
  });
});
