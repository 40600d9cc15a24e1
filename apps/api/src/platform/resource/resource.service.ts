import { fieldsOf, present } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import { ACCESS, type Access, type Permission } from '../authorize';
import type { HouseRepository, HouseRow, OrgRow } from '../database';
import { NotFound } from '../errors';
import type { Page } from '../list';
import type { Resource } from './resource';
import type { ResourceHouse } from './resource-house';

type Row = Record<string, unknown>;
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

  /** One page, presented. */
  async list(query: ListQuery): Promise<Page<object>> {
    const page = await this.house.lists.page(this.resource.list, query, this.selected());
    const shown = new Map<object, Row>();
    await this.decorate(page.rows);
    const rows = page.rows.map((row) => {
      const dto = present(this.resource.dto, row);
      shown.set(dto, row);
      return dto;
    });
    return { ...page, rows, cursorOf: (dto) => page.cursorOf(shown.get(dto) ?? {}) };
  }

  async get(id: string): Promise<object> {
    return this.show(await this.repository.get(id));
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
  async show(row: E): Promise<object> {
    const plain = { ...row } as unknown as Row;
    await this.decorate([plain]);
    return present(this.resource.dto, plain);
  }

  /** Adds relations and `can` to plain rows. */
  protected async decorate(rows: readonly Row[]): Promise<void> {
    await this.house.refs.attach(rows, this.resource.refs);
    for (const row of rows) row['can'] = this.can(row);
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

  /** Columns the DTO declares; relations and computed properties are added afterwards. */
  private selected(): string[] {
    const computed = new Set([...Object.keys(this.resource.refs), 'can', ...this.computed()]);
    const own = fieldsOf(this.resource.dto)
      .map((spec) => spec.name)
      .filter((name) => !computed.has(name));
    return [...new Set([...own, ...Object.values(this.resource.refs).map((ref) => ref.id)])];
  }

  /** DTO properties a hand-written service fills in `decorate`; they have no column. */
  protected computed(): readonly string[] {
    return [];
  }
}

/** The permission behind a declaration, when it is one. */
export function permissionOf(access: MethodDecorator | undefined): Permission | undefined {
  if (!access) return undefined;
  const probe = { handler: () => undefined };
  access(probe, 'handler', { value: probe.handler });
  const declared = Reflect.getMetadata(ACCESS, probe.handler) as Access | undefined;
  return declared?.kind === 'permission' ? declared.permission : undefined;
}
