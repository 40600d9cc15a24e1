import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@st0r/list-query';
import { IsNull } from 'typeorm';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors';
import type { Page } from '../../../platform/list';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { requireReadable } from './view-query';
import type { ViewCreateDto, ViewUpdateDto } from './view.dto';
import { ViewEntity } from './view.entity';
import { viewResource } from './view.resource';
import { ViewRights, type Owned } from './view.rights';

type Row = Record<string, unknown>;
/** Enough for a lifetime of habits, and a bound for the menus. */
const MOST = 200;
const ALWAYS_SET = ['name', 'query', 'shared', 'standard'];

/** Views of one's own and of one's teams. */
@Injectable()
export class ViewService extends ResourceService<ViewEntity> {
  constructor(
    house: ResourceHouse,
    private readonly rights: ViewRights,
  ) {
    super(viewResource, house);
  }

  override list(query: ListQuery): Promise<Page<object>> {
    const values = [this.house.context.actor.id, ...this.rights.teams];
    return super.list({ ...query, filters: [...query.filters, { field: 'visible', operator: 'eq', values }] });
  }

  override async get(id: string): Promise<object> {
    return this.show(await this.seen(id));
  }

  override async create(input: ViewCreateDto): Promise<object> {
    const { id: userId } = this.house.context.actor;
    const draft = {
      ...input,
      userId,
      query: input.query ?? '',
      columns: input.columns ?? null,
      groupBy: input.groupBy ?? null,
      shared: input.shared ?? false,
      standard: input.standard ?? false,
      organisationId: input.organisationId ?? null,
    };
    requireReadable(draft.list, draft.query);
    this.requireSharing(draft);
    if ((await this.repository.count({ userId, archivedAt: IsNull() })) >= MOST)
      throw new Conflict('view.too_many', { detail: `At most ${MOST} views each. Archive one you no longer use.` });
    const row = await this.repository.create(draft);
    await this.keepOneStandard(row);
    return this.show(row);
  }

  override async update(id: string, patch: ViewUpdateDto, version?: number): Promise<object> {
    const row = await this.changeable(id);
    const change = keepAlwaysSet({ ...patch }, ALWAYS_SET) as Partial<ViewEntity>;
    const next = { ...row, ...change };
    requireReadable(next.list, next.query);
    if (touchesSharing(row, next)) this.requireSharing(next);
    const saved = await this.repository.update(row, change, version);
    await this.keepOneStandard(saved);
    return this.show(saved);
  }

  override async archive(id: string): Promise<object> {
    return this.show(await this.repository.archive(await this.changeable(id)));
  }

  override async restore(id: string): Promise<object> {
    const row = await this.repository.restore(await this.changeable(id));
    await this.keepOneStandard(row);
    return this.show(row);
  }

  /** A view the actor sees. */
  async seen(id: string): Promise<ViewEntity> {
    const row = await this.repository.findOne({ id });
    if (!row || !this.rights.sees(row)) throw new NotFound('view');
    return row;
  }

  protected override can(row: Row): Record<string, boolean> {
    const owned = { ...row, shared: Boolean(row['shared']) } as unknown as Owned;
    const may = this.rights.mayChange(owned);
    return { update: may, archive: may };
  }

  protected override computed(): readonly string[] {
    return ['userName'];
  }

  protected override async decorate(rows: readonly Row[]): Promise<void> {
    await super.decorate(rows);
    const ids = [...new Set(rows.map((row) => String(row['userId'])))];
    if (ids.length === 0) return;
    const users = await this.house.sql.house<{ id: string; name: string }>(
      `SELECT id, name FROM user_account WHERE id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    const names = new Map(users.map(({ id, name }) => [id, name]));
    for (const row of rows) row['userName'] = names.get(String(row['userId'])) ?? null;
  }

  private async changeable(id: string): Promise<ViewEntity> {
    const row = await this.seen(id);
    if (this.rights.mayChange(row)) return row;
    throw new Forbidden('view.not_yours', {
      detail: 'This view belongs to somebody else. Save it as one of your own.',
    });
  }

  private requireSharing({ organisationId, shared, standard }: Owned & { standard: boolean }): void {
    this.rights.requireRole(organisationId);
    if (!shared) return;
    this.rights.requireTeam(organisationId);
    if (standard) this.rights.requireLead(organisationId);
  }

  /** The newest standard of a person, or of a team, takes the place of the one before. */
  private async keepOneStandard({ id, standard, ...view }: ViewEntity): Promise<void> {
    if (!standard) return;
    const { list, shared, organisationId, userId } = view;
    const team = { organisationId: organisationId ?? IsNull() };
    const others = await this.repository.find({ list, shared, standard: true, ...team, ...(shared ? {} : { userId }) });
    for (const other of others) if (other.id !== id) await this.repository.update(other, { standard: false });
  }
}

function touchesSharing(before: ViewEntity, after: ViewEntity): boolean {
  const keys = ['shared', 'standard', 'organisationId'] as const;
  return keys.some((key) => before[key] !== after[key]);
}
