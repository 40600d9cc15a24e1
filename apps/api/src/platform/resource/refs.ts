import { Injectable } from '@nestjs/common';
import { Policy } from '../authorize';
import { RequestContext, narrowed, type Unit } from '../context';
import { Statements, ownershipOf, snake, type EntityClass, type Statement } from '../database';
import { DomainError } from '../errors';
import { accessOf, permissionOf } from './access-of';
import { resourceOf, type RefSpec } from './resource';

type Row = Record<string, unknown>;

type Names = Map<string, string>;
/** Ids by the entity they are of. */
type Wanted = ReadonlyMap<EntityClass, ReadonlySet<string>>;

/** Resolves relations after the page is read: one statement for all of them, never a join per row. */
@Injectable()
export class Refs {
  /** What the unit of work under way has looked up already. */
  private readonly found = new WeakMap<Unit, Map<EntityClass, Names>>();

  constructor(
    private readonly statements: Statements,
    private readonly context: RequestContext,
    private readonly policy: Policy,
  ) {}

  /** Puts `{id, name, type}` (or null) on every row for each relation. */
  async attach(rows: readonly Row[], refs: Record<string, RefSpec>): Promise<void> {
    const wanted = new Map<EntityClass, Set<string>>();
    for (const ref of Object.values(refs)) {
      const ids = wanted.get(ref.entity()) ?? new Set();
      for (const row of rows) if (typeof row[ref.id] === 'string') ids.add(row[ref.id] as string);
      if (ids.size > 0) wanted.set(ref.entity(), ids);
    }
    const names = await this.names(...this.readable(wanted, this.homesOf(rows)));
    for (const [property, ref] of Object.entries(refs)) {
      const { noun: type } = ownershipOf(ref.entity());
      const known = names.get(ref.entity());
      for (const row of rows) {
        const id = row[ref.id] as string | null;
        const name = id ? known?.get(id) : undefined;
        row[property] = name === undefined ? null : { id, name, type };
      }
    }
  }

  /**
   * Whoever may read a record is not let in to its neighbours by that: what they may not read by itself has no name here
   * either. Of house-wide records those are left out that administrators alone read.
   */
  private readable(
    wanted: Wanted,
    homes: readonly string[],
  ): [wanted: Wanted, homesOf: (entity: EntityClass) => string[]] {
    const homesOf = (entity: EntityClass): string[] => {
      const permission = permissionOf(resourceOf(entity)?.access.read);
      return homes.filter((home) => !permission || this.policy.allows(permission, home));
    };
    const open = [...wanted].filter(([entity]) =>
      ownershipOf(entity).kind === 'organisation'
        ? homesOf(entity).length > 0
        : this.policy.administers || accessOf(resourceOf(entity)?.access.read)?.kind !== 'platform',
    );
    return [new Map(open), homesOf];
  }

  /** Where the records behind these rows can be. Relations never cross organisations (composite foreign keys). */
  private homesOf(rows: readonly Row[]): string[] {
    const homes = rows.map((row) => row['organisationId']);
    const known = homes.every((home) => typeof home === 'string');
    return narrowed([...this.context.actor.grants.keys()], known ? homes : undefined);
  }

  /** Every id named in an input must exist in the record's organisation (or in the house); otherwise the field is named. */
  async check(input: Row, refs: Record<string, RefSpec>, organisationId: string | null): Promise<void> {
    const given = Object.values(refs).filter((ref) => typeof input[ref.id] === 'string');
    if (given.length === 0) return;
    const wanted = new Map<EntityClass, Set<string>>();
    for (const ref of given)
      wanted.set(ref.entity(), (wanted.get(ref.entity()) ?? new Set()).add(input[ref.id] as string));
    const found = await this.names(wanted, () => (organisationId ? [organisationId] : []));
    for (const ref of given) if (!found.get(ref.entity())?.has(input[ref.id] as string)) throw unknownRef(ref);
    if (this.context.unit) this.found.set(this.context.unit, found);
  }

  /** Under the handler's scope where it holds all of them: the connection meets those rows already. */
  private ask<T>(homes: readonly string[], { text, params }: Statement): Promise<T> {
    const scope = new Set(this.context.scopeIfAny);
    const held = homes.every((home) => scope.has(home));
    return held ? this.statements.run<T>(text, params) : this.statements.among<T>(homes, text, params);
  }

  private async names(
    wanted: Wanted,
    homesOf: (entity: EntityClass) => readonly string[],
  ): Promise<Map<EntityClass, Names>> {
    const names = new Map<EntityClass, Names>();
    const known = this.context.unit ? this.found.get(this.context.unit) : undefined;
    const asked: EntityClass[] = [];
    const statements: Statement[] = [];
    const homes = new Set<string>();
    for (const [entity, ids] of wanted) {
      const before = known?.get(entity);
      names.set(entity, new Map(before));
      const statement = lookUp(
        entity,
        [...ids].filter((id) => !before?.has(id)),
        homesOf(entity),
      );
      if (statement)
        statements.push({ ...statement, text: `SELECT ${asked.push(entity) - 1} AS at, ${statement.text}` });
      for (const home of statement ? homesOf(entity) : []) homes.add(home);
    }
    if (statements.length === 0) return names;
    const text = statements.map((statement) => statement.text).join(' UNION ALL ');
    const params = statements.flatMap((statement) => statement.params);
    const rows = await this.ask<{ at: number; id: string; name: string }[]>([...homes], { text, params });
    for (const { at, id, name } of rows) names.get(asked[Number(at)]!)?.set(id, name);
    return names;
  }
}

/** The rest of a SELECT for the names of one entity's records; undefined when there is nothing to ask. */
function lookUp(entity: EntityClass, ids: readonly string[], scope: readonly string[]): Statement | undefined {
  const { kind, table, label, scopedBy } = ownershipOf(entity);
  const owned = kind === 'organisation' && scopedBy !== 'id';
  if (ids.length === 0 || (owned && scope.length === 0)) return undefined;
  const predicate = owned ? ` AND ${snake(scopedBy)} IN (${marks(scope)})` : '';
  // As text of the connection: tables of different collations could not be united.
  const text = `id, CAST(${snake(label)} AS CHAR) AS name FROM ${table} WHERE id IN (${marks(ids)})${predicate}`;
  return { text, params: owned ? [...ids, ...scope] : ids };
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

function unknownRef(ref: RefSpec): DomainError {
  const { noun } = ownershipOf(ref.entity());
  const detail = `This ${noun} does not exist here, or you cannot see it.`;
  return new DomainError('NotFound', 'reference.not_found', {
    detail,
    errors: [{ pointer: `/${ref.id}`, code: 'not_found', params: { type: noun }, detail }],
  });
}
