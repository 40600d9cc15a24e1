import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { UnitOfWork, ownershipOf, snake } from '../database';
import { DomainError } from '../errors';
import type { RefSpec } from './resource';

type Row = Record<string, unknown>;

/** Resolves relations after the page is read: one statement per related entity, never a join per row. */
@Injectable()
export class Refs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
  ) {}

  /** Puts `{id, name, type}` (or null) on every row for each relation. */
  async attach(rows: readonly Row[], refs: Record<string, RefSpec>): Promise<void> {
    await Promise.all(Object.entries(refs).map(([property, ref]) => this.attachOne(rows, property, ref)));
  }

  /** Every id named in an input must exist in the record's organisation (or in the house); otherwise the field is named. */
  async check(input: Row, refs: Record<string, RefSpec>, organisationId: string | null): Promise<void> {
    for (const ref of Object.values(refs)) {
      const id = input[ref.id];
      if (typeof id !== 'string') continue;
      const found = await this.names([id], ref, organisationId ? [organisationId] : []);
      if (found.size === 0) throw unknownRef(ref);
    }
  }

  private async attachOne(rows: readonly Row[], property: string, ref: RefSpec): Promise<void> {
    const ids = [...new Set(rows.map((row) => row[ref.id]).filter((id): id is string => typeof id === 'string'))];
    const names = ids.length > 0 ? await this.names(ids, ref, this.scope()) : new Map<string, string>();
    const { noun } = ownershipOf(ref.entity());
    for (const row of rows) {
      const id = row[ref.id] as string | null;
      row[property] = id && names.has(id) ? { id, name: names.get(id), type: noun } : null;
    }
  }

  /** Relations never cross organisations (composite foreign keys), so the organisations of the actor suffice. */
  private scope(): string[] {
    return [...this.context.actor.grants.keys()];
  }

  private async names(ids: readonly string[], ref: RefSpec, scope: readonly string[]): Promise<Map<string, string>> {
    const { kind, table, label, scopedBy } = ownershipOf(ref.entity());
    const marks = ids.map(() => '?').join(', ');
    const owned = kind === 'organisation' && scopedBy !== 'id';
    if (owned && scope.length === 0) return new Map();
    const predicate = owned ? ` AND ${snake(scopedBy)} IN (${scope.map(() => '?').join(', ')})` : '';
    const sql = `SELECT id, ${snake(label)} AS name FROM ${table} WHERE id IN (${marks})${predicate}`;
    const found = (await this.work.manager.query(sql, owned ? [...ids, ...scope] : [...ids])) as {
      id: string;
      name: string;
    }[];
    return new Map(found.map((row) => [row.id, row.name]));
  }
}

function unknownRef(ref: RefSpec): DomainError {
  const { noun } = ownershipOf(ref.entity());
  const detail = `This ${noun} does not exist here, or you cannot see it.`;
  return new DomainError('NotFound', 'reference.not_found', {
    detail,
    errors: [{ pointer: `/${ref.id}`, code: 'not_found', params: { type: noun }, detail }],
  });
}
