import { fieldsOf } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import { Invalid } from '../errors';
import type { Page } from '../list';
import type { Resource } from './resource';

type Row = Record<string, unknown>;

/** `fields=id,name,site.name`: only these properties of each row. Relations are always there, so `include` may name them. */
export function sparse(resource: Resource, page: Page<object>, { fields, include }: ListQuery): Page<object> {
  requireKnown('include', include ?? [], Object.keys(resource.refs));
  if (!fields) return page;
  requireKnown('fields', fields, namesOf(resource));
  return { ...page, rows: page.rows.map((row) => picked(row as Row, fields)) };
}

function picked(row: Row, fields: readonly string[]): Row {
  const out: Row = {};
  for (const name of fields) {
    const [property = '', part] = name.split('.');
    const value = row[property];
    out[property] = part && value ? { ...(out[property] as object), [part]: (value as Row)[part] } : value;
  }
  return out;
}

function namesOf({ dto, refs }: Resource): string[] {
  const own = fieldsOf(dto).map(({ name }) => name);
  return [...own, ...Object.keys(refs).flatMap((ref) => ['id', 'name', 'type'].map((part) => `${ref}.${part}`))];
}

function requireKnown(parameter: 'fields' | 'include', names: readonly string[], allowed: readonly string[]): void {
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown === undefined) return;
  const detail = `"${unknown.slice(0, 60)}" is not known here. Allowed: ${allowed.join(', ') || 'nothing'}.`;
  throw Invalid.field(`/query/${parameter}`, `${parameter}.unknown`, detail, { allowed });
}
