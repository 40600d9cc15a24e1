import { In, MoreThan, type DataSource, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { uuid7 } from '@st0r/crypto';
import type { RequestContext } from '../context';
import { Conflict, NotFound } from '../errors';
import type { Changes, EventRecorder } from '../events';
import { updateRows, type RowPatch } from './batch-update';
import { changesBetween } from './changes';
import { EntityRows } from './entity-rows';
import { snake } from './naming';
import { ownershipOf, type EntityClass, type Ownership } from './ownership';
import type { HouseRow, OrgRow } from './rows';
import { indexRows, searchTouched, unindexRows } from './search-index';
import type { Written } from './statement';
import type { Statements } from './statements';

const REINDEX_BATCH = 500;

type Draft<E> = Partial<Omit<E, 'version' | 'createdAt' | 'updatedAt'>>;

/** The version the caller saw, and the changes of a record's parts. */
export interface WholeChange {
  expected?: number;
  parts?: Changes;
}

/** What a repository works with; handed over by `Repositories`. */
export interface RepositoryParts {
  readonly statements: Statements;
  readonly source: DataSource;
  readonly context: RequestContext;
  readonly recorder: EventRecorder;
}

/** Reads and writes of one entity: writes check the version, keep the clock and leave an event. */
export class HouseRepository<E extends HouseRow> {
  protected readonly ownership: Ownership;
  private readonly rows: EntityRows<E>;

  constructor(
    protected readonly entity: EntityClass<E>,
    protected readonly parts: RepositoryParts,
  ) {
    this.ownership = ownershipOf(entity);
    this.rows = new EntityRows(parts.source, entity);
  }

  /** The record, or the one answer for "not there" and "not yours". */
  async get(id: string): Promise<E> {
    const row = await this.findOne({ id } as FindOptionsWhere<E>);
    if (!row) throw new NotFound(this.ownership.noun);
    return row;
  }

  async findOne(where: FindOptionsWhere<E>): Promise<E | null> {
    const [row] = await this.find(where, { take: 1 });
    return row ?? null;
  }

  async find(where: FindOptionsWhere<E>, options: { order?: FindOptionsOrder<E>; take?: number } = {}): Promise<E[]> {
    const { text, params } = this.rows.select(this.scoped(where), options);
    const found = await this.parts.statements.run<object[]>(text, params);
    return found.map((row) => this.rows.made(row));
  }

  async count(where: FindOptionsWhere<E>): Promise<number> {
    const { text, params } = this.rows.count(this.scoped(where));
    const [row] = await this.parts.statements.run<{ total: string }[]>(text, params);
    return Number(row?.total ?? 0);
  }

  /** Inserts a record with a new id unless one is given, and records `noun.created`. */
  async create(draft: Draft<E>): Promise<E> {
    const [row] = await this.createMany([draft]);
    return row as E;
  }

  /**
   * Inserts many records in one statement; each leaves its event. With `refused` the statement travels with the commit,
   * and a refusal then becomes what `refused` makes of it.
   */
  async createMany(drafts: readonly Draft<E>[], refused?: (error: unknown) => unknown): Promise<E[]> {
    if (drafts.length === 0) return [];
    const now = new Date();
    const rows = drafts.map((draft) =>
      this.prepared({
        archivedAt: null,
        ...draft,
        id: draft.id ?? uuid7(),
        version: 1,
        createdAt: now,
        updatedAt: now,
      } as unknown as E),
    );
    const insertion = this.rows.insert(rows);
    if (refused) this.parts.statements.later({ ...insertion, refused });
    else await this.parts.statements.run(insertion.text, insertion.params);
    indexRows(this.parts.statements, this.ownership, { rows, fresh: true });
    for (const row of rows) this.note('created', row, changesBetween({}, row, this.ownership.sealed));
    return rows;
  }

  /** Changes a record; `expected` is the version the caller saw (If-Match). Answers the new row. */
  async update(row: E, patch: Partial<E>, expected?: number): Promise<E> {
    return this.updateWhole(row, patch, { expected });
  }

  /** The same for a record whose parts (phones, interfaces) change with it: `parts` is what its event says of them. */
  async updateWhole(row: E, patch: Partial<E>, { expected, parts }: WholeChange): Promise<E> {
    const changes = { ...changesBetween(row, patch, this.ownership.sealed), ...parts };
    if (expected !== undefined && expected !== row.version) throw stale(row.version, Object.keys(changes));
    if (Object.keys(changes).length === 0) return row;
    const next = await this.write(row, patch);
    this.note('updated', next, changes);
    return next;
  }

  /** Changes many records, each in its own way, in few statements; each leaves its event. Answers how many changed. */
  async updateMany(edits: readonly (RowPatch<E> & { parts?: Changes })[]): Promise<number> {
    const { sealed } = this.ownership;
    const changed = edits
      .map(({ row, patch, parts }) => ({ row, patch, changes: { ...changesBetween(row, patch, sealed), ...parts } }))
      .filter(({ changes }) => Object.keys(changes).length > 0);
    if (changed.length === 0) return 0;
    const target = { entity: this.entity, scope: this.batchScope(), updatedAt: new Date() };
    if ((await updateRows(this.parts, target, changed)) !== changed.length) throw stale(null, []);
    const nexts = changed.map(({ row, patch }) => this.after(row, { ...patch, updatedAt: target.updatedAt }));
    const reindexed = nexts.filter((_, at) => searchTouched(this.ownership, Object.keys(changed[at]?.patch ?? {})));
    indexRows(this.parts.statements, this.ownership, { rows: reindexed });
    nexts.forEach((next, at) => this.note('updated', next, changed[at]?.changes));
    return changed.length;
  }

  /** Hides a record; nothing is lost. */
  async archive(row: E): Promise<E> {
    if (row.archivedAt) return row;
    const next = await this.write(row, { archivedAt: new Date() } as Partial<E>);
    this.note('archived', next);
    return next;
  }

  /** Brings an archived record back. */
  async restore(row: E): Promise<E> {
    if (!row.archivedAt) return row;
    const next = await this.write(row, { archivedAt: null } as Partial<E>);
    this.note('restored', next);
    return next;
  }

  /** Removes rows that are no records of their own (links, tokens); records are archived instead. */
  async remove(where: FindOptionsWhere<E>): Promise<number> {
    const rows = await this.find(where);
    if (rows.length === 0) return 0;
    const gone = { id: In(rows.map((row) => row.id)) } as unknown as FindOptionsWhere<E>;
    const { text, params } = this.rows.delete(this.scoped(gone));
    await this.parts.statements.run(text, params);
    unindexRows(this.parts.statements, this.ownership, rows);
    for (const row of rows) this.note('removed', row);
    return rows.length;
  }

  /** Fills the emptied search index of the scope with every row; answers how many rows there were. */
  async reindex(): Promise<number> {
    let done = 0;
    for (let last = ''; ;) {
      const where = last ? ({ id: MoreThan(last) } as unknown as FindOptionsWhere<E>) : {};
      const rows = await this.find(where, { order: { id: 'ASC' } as FindOptionsOrder<E>, take: REINDEX_BATCH });
      indexRows(this.parts.statements, this.ownership, { rows, fresh: true });
      done += rows.length;
      if (rows.length < REINDEX_BATCH) return done;
      last = rows.at(-1)?.id ?? '';
    }
  }

  protected scoped(where: FindOptionsWhere<E>): FindOptionsWhere<E> {
    return where;
  }

  protected batchScope(): { column: string; ids: readonly string[] } | null {
    return null;
  }

  protected prepared(row: E): E {
    return row;
  }

  protected organisationOf(_row: E): string | null {
    return null;
  }

  private async write(row: E, patch: Partial<E>): Promise<E> {
    const updatedAt = new Date();
    const where = { ...this.scoped({ id: row.id } as FindOptionsWhere<E>), version: row.version };
    const set = { ...patch, updatedAt, version: row.version + 1 };
    const { text, params } = this.rows.update(where as FindOptionsWhere<E>, set);
    const { affectedRows } = await this.parts.statements.run<Written>(text, params);
    if (affectedRows !== 1) throw stale(row.version + 1, []);
    const next = this.after(row, { ...patch, updatedAt });
    if (searchTouched(this.ownership, Object.keys(patch)))
      indexRows(this.parts.statements, this.ownership, { rows: [next] });
    return next;
  }

  private after(row: E, set: object): E {
    const fresh = Object.create(Object.getPrototypeOf(row) as object) as E;
    return Object.assign(fresh, row, set, { version: row.version + 1 });
  }

  private note(verb: string, row: E, changes?: ReturnType<typeof changesBetween>): void {
    const { events, noun, label } = this.ownership;
    if (!events) return;
    this.parts.recorder.record({
      action: `${noun}.${verb}`,
      category: events,
      organisationId: this.organisationOf(row),
      target: { type: noun, id: row.id, label: String((row as Record<string, unknown>)[label] ?? '') },
      changes,
    });
  }
}

/** The only door to an organisation's rows: every statement carries the actor's organisation scope. */
export class TenantRepository<E extends OrgRow> extends HouseRepository<E> {
  /** The record if it lies in the handler's scope. */
  override async get(id: string): Promise<E> {
    return super.get(id);
  }

  protected override scoped(where: FindOptionsWhere<E>): FindOptionsWhere<E> {
    const key = this.ownership.scopedBy as keyof FindOptionsWhere<E>;
    const scope = this.parts.context.scope;
    const named = where[key];
    // An id outside the scope keeps its predicate and simply finds nothing.
    if (typeof named === 'string') return { ...where, [key]: scope.includes(named) ? named : In([]) };
    return { ...where, [key]: scope.length === 1 ? scope[0] : In([...scope]) };
  }

  protected override batchScope(): { column: string; ids: readonly string[] } {
    return { column: snake(this.ownership.scopedBy), ids: this.parts.context.scope };
  }

  protected override prepared(row: E): E {
    const organisation = this.organisationOf(row);
    if (!organisation || !this.parts.context.scope.includes(organisation)) throw new NotFound('organisation');
    return row;
  }

  protected override organisationOf(row: E): string {
    return (row as unknown as Record<string, string>)[this.ownership.scopedBy] ?? '';
  }
}

function stale(version: number | null, changedFields: string[]): Conflict {
  return new Conflict('record.stale', {
    status: 412,
    detail: 'Somebody changed this record after you opened it. Load it again and repeat your change.',
    params: version === null ? { changedFields } : { currentEtag: `"v${version}"`, changedFields },
  });
}
