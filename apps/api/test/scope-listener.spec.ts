import '../src/modules';
import { describe, expect, it } from 'vitest';
import { ScopeListener, offenceOf } from './scope-listener';

const TABLES = new Map([
  ['asset', 'organisationId'],
  ['asset_interface', 'organisationId'],
  ['organisation', 'id'],
]);
const offence = (query: string): string | null => offenceOf(query, TABLES);

describe('the listener over every statement', () => {
  it.each([
    ['a read', 'SELECT id FROM asset WHERE id = ?'],
    ['a read without any condition', 'SELECT id FROM asset'],
    ['a read that selects the column but does not compare it', 'SELECT organisation_id FROM asset WHERE id = ?'],
    ['a read that compares the column before WHERE only', 'SELECT organisation_id = 1 FROM asset WHERE id = ?'],
    ['a read whose text value looks like a predicate', "SELECT id FROM asset WHERE name = 'organisation_id = 1'"],
    ['a read with another organisation in OR beside nothing', 'SELECT id FROM asset WHERE 0=1 OR id = ?'],
    [
      'a join by id',
      'SELECT a.id FROM asset a JOIN asset_interface i ON i.asset_id = a.id WHERE a.organisation_id = ?',
    ],
    ['a comma join', 'SELECT a.id FROM asset a, asset_interface i WHERE a.organisation_id = ? AND i.asset_id = a.id'],
    ['a join from a house table', 'SELECT u.id FROM user_account u LEFT JOIN asset a ON a.owner = u.id WHERE u.id = ?'],
    [
      'a subquery',
      'SELECT a.id FROM asset a WHERE a.organisation_id = ? AND EXISTS (SELECT 1 FROM asset_interface i WHERE i.asset_id = a.id)',
    ],
    ['a change', 'UPDATE asset SET name = ? WHERE id = ?'],
    ['a change that sets the column', 'UPDATE asset SET organisation_id = ? WHERE id = ?'],
    ['a removal', 'DELETE FROM asset WHERE id = ?'],
    ['an insert without the column', 'INSERT INTO asset (id, name) VALUES (?, ?)'],
    ['an insert from an unscoped read', 'INSERT INTO asset (id, organisation_id) SELECT id, ? FROM asset WHERE id = ?'],
    ['quoted names', 'SELECT `id` FROM `asset` WHERE `id` = ?'],
    ['line breaks', 'SELECT id\nFROM\n  asset\nWHERE id = ?'],
    ['the organisation itself', 'SELECT name FROM organisation WHERE slug = ?'],
    ['a counted list', 'SELECT COUNT(*) FROM (SELECT 1 FROM asset WHERE archived_at IS NULL LIMIT 10) AS counted'],
  ])('refuses %s', (_what, query) => {
    expect(offence(query)).toContain(query.includes('FROM organisation') ? 'organisation:' : 'asset');
  });

  it.each([
    ['one organisation', 'SELECT id FROM asset WHERE organisation_id = ? AND id = ?'],
    ['several organisations', 'SELECT id FROM asset WHERE id = ? AND organisation_id IN (?, ?)'],
    ['the null-safe comparison', 'SELECT id FROM asset WHERE organisation_id <=> ?'],
    ['an alias', 'SELECT a.id FROM asset AS a WHERE a.organisation_id = ?'],
    [
      'a join by organisation and id',
      'SELECT a.id FROM asset a JOIN asset_interface i ON i.organisation_id = a.organisation_id AND i.asset_id = a.id WHERE a.organisation_id = ?',
    ],
    [
      'a subquery tied to the outer organisation',
      'SELECT id FROM asset WHERE organisation_id = ? AND EXISTS (SELECT 1 FROM asset_interface i WHERE i.organisation_id = asset.organisation_id)',
    ],
    ['a scoped change', 'UPDATE asset SET name = ? WHERE organisation_id = ? AND id = ?'],
    ['a scoped removal', 'DELETE FROM asset WHERE id IN (?) AND organisation_id = ?'],
    ['an insert', 'INSERT INTO asset (id, organisation_id, name) VALUES (?, ?, ?)'],
    [
      'an insert from a scoped read',
      'INSERT INTO asset (id, organisation_id) SELECT id, ? FROM asset WHERE organisation_id = ?',
    ],
    ['an empty scope, which finds nothing', 'SELECT id FROM asset WHERE ((0=1) AND (asset.slug = ?)) LIMIT 1'],
    ['an empty scope beside an id', 'SELECT a.id FROM asset a WHERE ((a.id = ?) AND (0=1)) LIMIT 1'],
    [
      'an alias that begins like AS',
      'SELECT AssetEntity.id FROM asset AssetEntity WHERE AssetEntity.organisation_id = ?',
    ],
    ['the organisation by its id', 'SELECT name FROM organisation o WHERE o.id = ?'],
    ['a house table', 'SELECT id FROM user_account WHERE email = ?'],
    ['a table whose name only begins like ours', 'SELECT id FROM asset_type WHERE id = ?'],
    ['a statement marked as one over all', 'SELECT id FROM organisation /* name tags of all organisations */'],
  ])('accepts %s', (_what, query) => {
    expect(offence(query)).toBeNull();
  });

  it('takes no other mark for permission', () => {
    expect(offence('SELECT id FROM asset /* name tags of all  organisations */')).not.toBeNull();
    expect(offence('SELECT id FROM asset /* all organisations */')).not.toBeNull();
  });

  it('fails a run with what it heard, and passes a clean one', () => {
    const listener = new ScopeListener();
    listener.logQuery('SELECT 1');
    expect(() => listener.assertClean()).not.toThrow();
    listener.logQuery('SELECT id FROM organisation');
    expect(() => listener.assertClean()).toThrow();
  });
});
