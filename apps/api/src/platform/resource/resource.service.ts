import { fieldsOf, present } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import type { HouseRepository, HouseRow, OrgRow } from '../database';
import { NotFound } from '../errors';
import type { Group, Groups, Page } from '../list';
import { permissionOf } from './access-of';
import type { Resource } from './resource';
import type { ResourceHouse } from './resource-house';

type Row = Record<string, unknown>;
/** The DTO properties a caller wants to see; undefined stands for all of them. */
export type Wanted = ReadonlySet<string> | undefined;
type Verb = 'update' | 'archive';

/** The plain verbs of a resource. Both faces call these and nothing else. */
export class ResourceService<E extends HouseRow = HouseRow> {
  constructor(
    protected readonly resource: Resource,
    protected readonly house: ResourceHouse,
  ) {}

  /** The door to this resource's rows. */
  get repository(): HouseRepository<E> {
    const { repositories } = this.house;
    const entity = this.resource.entity as never;
    return (this.resource.tenant
      ? repositories.of(entity)
      : repositories.house(entity)) as unknown as HouseRepository<E>;
  }

  /** One page, presented; what is not wanted is neither read nor looked up. */
  async list(query: ListQuery, wanted?: Wanted): Promise<Page<object>> {
    const page = await this.house.lists.page(this.resource.list, query, this.selected(wanted));
    const shown = new Map<object, Row>();
    await Promise.all([this.decorate(page.rows, wanted), this.nameGroups(page.groups, query.group)]);
    const rows = page.rows.map((row) => {
      const dto = present(this.resource.dto, row);
      shown.set(dto, row);
      return dto;
    });
    return { ...page, rows, cursorOf: (dto) => page.cursorOf(shown.get(dto) ?? {}) };
  }

  async get(id: string, wanted?: Wanted): Promise<object> {
    return this.show(await this.repository.get(id), wanted);
  }

  async create(input: object): Promise<object> {
    await this.house.refs.check(input as Row, this.resource.refs, this.organisationOf(input as Row));
    return this.show(await this.repository.create(input as never));
  }

  async update(id: string, patch: object, version?: number): Promise<object> {
    const row = await this.forWrite(id, 'update');
    await this.house.refs.check(patch as Row, this.resource.refs, this.organisationOf(row as unknown as Row));
    return this.show(await this.repository.update(row, patch as Partial<E>, version));
  }

  async archive(id: string): Promise<object> {
    return this.show(await this.repository.archive(await this.forWrite(id, 'archive')));
  }

  async restore(id: string): Promise<object> {
    return this.show(await this.repository.restore(await this.forWrite(id, 'archive')));
  }

  /** A record as both faces show it. */
  async show(row: E, wanted?: Wanted): Promise<object> {
    const plain = { ...row } as unknown as Row;
    await this.decorate([plain], wanted);
    return present(this.resource.dto, plain);
  }

  /** Adds relations, computed properties and `can` to plain rows, as far as they are wanted. */
  protected async decorate(rows: readonly Row[], wanted?: Wanted): Promise<void> {
    const refs = Object.entries(this.resource.refs).filter(([name]) => !wanted || wanted.has(name));
    const computed = !wanted || this.computed().some((name) => wanted.has(name));
    await Promise.all([
      this.house.refs.attach(rows, Object.fromEntries(refs)),
      computed ? this.complete(rows, wanted) : undefined,
    ]);
    if (!wanted || wanted.has('can')) for (const row of rows) row['can'] = this.can(row);
  }

  /** Groups by a record are called by its name. */
  private async nameGroups(groups: Groups | null | undefined, by: string | undefined): Promise<void> {
    const ref = by === undefined ? undefined : this.resource.refs[by];
    if (!groups || !ref) return;
    const named = groups.data.map((group) => ({ group, [ref.id]: group.value }) as { group: Group } & Row);
    await this.house.refs.attach(named, { record: ref });
    for (const { group, record } of named) group.label = (record as { name: string } | null)?.name ?? null;
  }

  /** Fills the computed properties; a hand-written service with some overrides this. */
  protected async complete(_rows: readonly Row[], _wanted: Wanted): Promise<void> {
    return;
  }

  /** What the actor may do with this record; pages draw their buttons from it. */
  protected can(row: Row): Record<string, boolean> {
    const organisation = this.organisationOf(row);
    const may = (access: MethodDecorator | undefined): boolean => {
      const permission = permissionOf(access);
      return permission && organisation
        ? this.house.policy.allows(permission, organisation)
        : access !== undefined && !this.resource.tenant && this.house.policy.administers;
    };
    return { update: may(this.resource.access.update), archive: may(this.resource.access.archive) };
  }

  /** The record for a change: 404 when invisible, 403 when visible but not changeable. */
  protected async forWrite(id: string, verb: Verb): Promise<E> {
    const row = await this.repository.findOne({ id } as never);
    if (row) return row;
    const [read, write] = [permissionOf(this.resource.access.read), permissionOf(this.resource.access[verb])];
    const { context, policy } = this.house;
    if (read && write && this.resource.tenant) {
      const held = context.scope;
      context.limitTo(
        [...context.actor.grants.values()]
          .filter((grant) => grant.permissions.has(read))
          .map((grant) => grant.organisationId),
      );
      const visible = (await this.repository.findOne({ id } as never)) as unknown as OrgRow | null;
      context.limitTo(held);
      if (visible) policy.require(write, this.organisationOf(visible as unknown as Row) ?? '');
    }
    throw new NotFound(this.resource.noun);
  }

  protected organisationOf(row: Row): string | null {
    return (row['organisationId'] as string | undefined) ?? null;
  }

  /** Columns behind what is wanted; whoever decorates or computes by hand gets all of them. */
  private selected(wanted: Wanted): string[] {
    const { refs, dto } = this.resource;
    const computed = this.computed();
    const plain = this.decorate === ResourceService.prototype.decorate;
    const narrow = wanted && plain && !computed.some((name) => wanted.has(name));
    const own = fieldsOf(dto)
      .map((spec) => spec.name)
      .filter((name) => !(name in refs) && name !== 'can' && !computed.includes(name))
      .filter((name) => !narrow || wanted.has(name) || name === 'organisationId');
    const ids = Object.entries(refs).filter(([name]) => !narrow || wanted.has(name));
    return [...new Set([...own, ...ids.map(([, ref]) => ref.id)])];
  }

  /** DTO properties a hand-written service fills in `complete`; they have no column. */
  protected computed(): readonly string[] {
    return [];
  }
}
