import type { ListQuery, SortKey } from '@st0r/list-query';
import { describe, expect, it } from 'vitest';
import { OrgOwned, OrgRow } from '../database';
import { compileCount, compileGroups, compilePage } from './compile-list';
import { defineList } from './define-list';

@OrgOwned({ noun: 'compiled' })
class CompiledEntity extends OrgRow {}

const LIST = defineList({
  entity: CompiledEntity,
  fields: {
    name: { kind: 'text', sort: true },
    endsOn: { kind: 'day', sort: true },
    owner: { kind: 'id', column: 'owner_id' },
    done: { kind: 'flag' },
    state: { kind: 'choice', choices: ['a', 'b'], group: true },
  },
  search: ['name'],
  defaultSort: 'name',
});
const key = (field: string, descending = false): SortKey => ({ field, descending });
const query = (more: Partial<ListQuery> = {}): ListQuery => ({
  filters: [],
  sort: [key('name')],
  limit: 50,
  total: false,
  archived: 'no',
  ...more,
});
const page = (more: Partial<ListQuery>, scope: string[] = ['o1']) =>
  compilePage(LIST, query(more), { scope, columns: ['id'] });

describe('a list as a statement', () => {
  it('asks for one row more than the page, in a stable order, within the organisation', () => {
    expect(page({})).toEqual({
      text: 'SELECT id FROM compiled WHERE organisation_id = ? AND archived_at IS NULL ORDER BY name, id LIMIT 51',
      params: ['o1'],
    });
  });

  it('finds nothing for somebody without any organisation', () => {
    const { text, params } = page({}, []);
    expect(text).toContain('organisation_id = ?');
    expect(params).toEqual([null]);
  });

  it('continues after the last row with an expanded comparison, so that an index serves it', () => {
    const sort = [key('name'), key('endsOn', true)];
    const { text, params } = page({ sort, cursor: { values: ['b', '2026-01-31'], id: 'i1' } });
    expect(text).toContain(
      '((name > ?) OR (name = ? AND (ends_on < ? OR ends_on IS NULL)) OR (name = ? AND ends_on = ? AND id > ?))',
    );
    expect(params).toEqual(['o1', 'b', 'b', '2026-01-31', 'b', '2026-01-31', 'i1']);
  });

  it('goes on from a missing value: first when ascending, last when descending', () => {
    const cursor = { values: [null], id: 'i1' };
    expect(page({ sort: [key('endsOn')], cursor }).text).toContain(
      '((ends_on IS NOT NULL) OR (ends_on IS NULL AND id > ?))',
    );
    expect(page({ sort: [key('endsOn', true)], cursor }).text).toContain('((ends_on IS NULL AND id > ?))');
  });

  it('reads the page before a row from that row backwards', () => {
    const cursor = { values: ['b', null], id: 'i1', before: true } as const;
    const { text, params } = page({ sort: [key('name'), key('endsOn', true)], cursor });
    expect(text).toContain(
      '((name < ? OR name IS NULL)) OR (name = ? AND ends_on IS NOT NULL) OR (name = ? AND ends_on IS NULL AND id < ?)',
    );
    expect(text).toContain('ORDER BY name DESC, ends_on, id DESC LIMIT 51');
    expect(params).toEqual(['o1', 'b', 'b', 'b', 'i1']);
  });

  it('passes every value as a parameter and means wildcards literally', () => {
    const filters = [
      { field: 'name', operator: 'contains' as const, values: ["100%_'; --"] },
      { field: 'owner', operator: 'in' as const, values: ['a', 'b'] },
      { field: 'done', operator: 'eq' as const, values: ['true'] },
      { field: 'endsOn', operator: 'null' as const, values: ['false'] },
      { field: 'name', operator: 'ne' as const, values: ['x'] },
    ];
    const { text, params } = page({ filters, q: '50%' });
    expect(text).toContain(
      'name LIKE ? AND owner_id IN (?, ?) AND done = ? AND ends_on IS NOT NULL AND (name IS NULL OR name NOT IN (?)) AND (name LIKE ?)',
    );
    expect(params).toEqual(['o1', "%100\\%\\_'; --%", 'a', 'b', 1, 'x', '%50\\%%']);
  });

  it('counts no further than the cap', () => {
    expect(compileCount(LIST, query({ archived: 'any' }), ['o1', 'o2'])).toEqual({
      text: 'SELECT COUNT(*) AS total FROM (SELECT 1 FROM compiled WHERE organisation_id IN (?, ?) LIMIT 10001) AS counted',
      params: ['o1', 'o2'],
    });
  });

  it('refuses a sort key nobody declared', () => {
    expect(() => page({ sort: [key('password')] })).toThrow('compiled cannot be sorted by password');
  });
});

describe('a list in groups as a statement', () => {
  const sort = [key('state'), key('name')];

  it('counts over a bounded number of rows, whatever is folded and wherever the page stands', () => {
    const cursor = { values: ['a', 'n'], id: 'i1' };
    const { text, params } = compileGroups(LIST, { ...query({ sort, cursor, folded: ['a'] }), group: 'state' }, ['o1']);
    expect(text).toBe(
      'SELECT value, COUNT(*) AS count FROM (SELECT state AS value FROM compiled WHERE organisation_id = ? AND archived_at IS NULL LIMIT 100001) AS grouped GROUP BY value ORDER BY value LIMIT 201',
    );
    expect(params).toEqual(['o1']);
  });

  it.each([
    [['a'], '(state IS NULL OR state NOT IN (?))', ['o1', 'a']],
    [['a', null], ' AND state NOT IN (?)', ['o1', 'a']],
    [[null], ' AND state IS NOT NULL', ['o1']],
  ])('leaves the rows of %j out of the page', (folded, condition, params) => {
    const statement = page({ sort, group: 'state', folded });
    expect(statement.text).toContain(condition);
    expect(statement.params).toEqual(params);
  });
});
