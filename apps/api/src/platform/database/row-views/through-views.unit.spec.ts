import { describe, expect, it } from 'vitest';
import { declareRows } from './rows-of-organisations';
import { throughViews } from './through-views';

declareRows(
  { table: 'crate', forced: ['PRIMARY', 'by_name'] },
  { table: 'crate_lid' },
  { table: 'crate_log', appended: true },
);

describe('views in the place of tables', () => {
  it.each([
    ['SELECT id FROM crate WHERE id = ?', 'SELECT id FROM held_crate crate WHERE id = ?'],
    ['SELECT `id` FROM `crate`\n WHERE `id` = ?', 'SELECT `id` FROM held_crate crate\n WHERE `id` = ?'],
    ['SELECT c.id FROM crate c WHERE c.id = ?', 'SELECT c.id FROM held_crate c WHERE c.id = ?'],
    ['SELECT c.id FROM crate AS c LIMIT 1', 'SELECT c.id FROM held_crate c LIMIT 1'],
    [
      'SELECT 1 FROM crate JOIN crate_lid l ON l.crate_id = crate.id',
      'SELECT 1 FROM held_crate crate JOIN held_crate_lid l ON l.crate_id = crate.id',
    ],
    [
      'SELECT 1 FROM (SELECT 1 FROM crate WHERE a = 1) x STRAIGHT_JOIN crate_lid',
      'SELECT 1 FROM (SELECT 1 FROM held_crate crate WHERE a = 1) x STRAIGHT_JOIN held_crate_lid crate_lid',
    ],
    ['SELECT 1 FROM crate w FORCE INDEX (by_name) WHERE w.a = 1', 'SELECT 1 FROM held_crate__by_name w WHERE w.a = 1'],
    [
      'UPDATE crate FORCE INDEX (PRIMARY) SET a = 1 WHERE crate.id = ?',
      'UPDATE held_crate__primary crate SET a = 1 WHERE crate.id = ?',
    ],
    ['UPDATE crate SET a = 1', 'UPDATE held_crate crate SET a = 1'],
    ['DELETE FROM crate WHERE a = 1', 'DELETE FROM held_crate WHERE a = 1'],
    [
      'DELETE FROM crate WHERE id IN (SELECT crate_id FROM crate_lid)',
      'DELETE FROM held_crate WHERE id IN (SELECT crate_id FROM held_crate_lid crate_lid)',
    ],
    ['INSERT INTO crate (id) VALUES (?)', 'INSERT INTO held_crate (id) VALUES (?)'],
    [
      'INSERT IGNORE INTO crate (id) SELECT id FROM crate',
      'INSERT IGNORE INTO held_crate (id) SELECT id FROM held_crate crate',
    ],
    [
      'INSERT INTO crate (id) VALUES (?) ON DUPLICATE KEY UPDATE crate = 1',
      'INSERT INTO held_crate (id) VALUES (?) ON DUPLICATE KEY UPDATE crate = 1',
    ],
    ['SELECT id FROM crate_log', 'SELECT id FROM held_crate_log crate_log'],
    ['SELECT id FROM crate FOR UPDATE', 'SELECT id FROM held_crate crate FOR UPDATE'],
  ])('%s', (text, viewed) => {
    expect(throughViews(text)).toEqual({ text: viewed, rows: true });
  });

  it.each([
    'SELECT id FROM crates WHERE id = ?',
    'SELECT crate FROM box',
    'SELECT 1 FROM crate.box',
    'INSERT INTO crate_log (id) VALUES (?)',
    'COMMIT',
  ])('leaves %s as it is', (text) => {
    expect(throughViews(text)).toEqual({ text, rows: false });
  });
});
