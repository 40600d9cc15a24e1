import { Controller, Body, Injectable, Module, Post } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { Dto, Id, InputDto, Int, Json, Moment, Text, WriteOnlySecret, present } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import { Column } from 'typeorm';
import { SiteEntity } from '../../src/modules/people';
import { SignedIn } from '../../src/platform/authorize';
import { OrgOwned, OrgRow } from '../../src/platform/database';
import { defineList, type Page } from '../../src/platform/list';
import { ResourceHouse, ResourceService, defineResource, partsOf } from '../../src/platform/resource';
import { addRecipe } from './records';
import type { Stage } from './stage';

const OPEN = SignedIn('broken on purpose');

/**
 * A resource that breaks every promise at once; nothing of it is ever part of the product. With a view on its rows the
 * database would keep some of them nevertheless.
 */
@OrgOwned({ noun: 'gadget', readFirst: true })
export class GadgetEntity extends OrgRow {
  @Column('varchar', { length: 255 })
  name: string;

  @Column('varchar', { length: 255, nullable: true })
  apiSecret: string | null;

  @Column('uuid', { nullable: true })
  siteId: string | null;
}

@Dto('Gadget')
export class GadgetDto {
  @Id()
  id: string;
  @Id()
  organisationId: string;
  @Text({ max: 255 })
  name: string;
  @Text({ max: 255, optional: true })
  apiSecret: string | null;
  @Json()
  can: object;
  @Int()
  version: number;
  @Moment()
  createdAt: string;
}

@InputDto('GadgetCreate')
export class GadgetCreateDto {
  @Id()
  organisationId: string;
  @Text({ max: 255, trim: false })
  name: string;
  @WriteOnlySecret({ max: 255, optional: true })
  apiSecret?: string | null;
  @Id({ optional: true })
  siteId?: string | null;
}

/** What its makers believe it checks. */
@InputDto('GadgetPromised')
export class GadgetPromisedDto {
  @Id()
  organisationId: string;
  @Text({ max: 5 })
  name: string;
}

@InputDto('GadgetUpdate')
export class GadgetUpdateDto {
  @Text({ max: 255, optional: true })
  name?: string | null;
}

export const gadgetResource = defineResource({
  noun: 'gadget',
  plural: 'gadgets',
  about: 'Broken.',
  entity: GadgetEntity,
  dto: GadgetDto,
  create: GadgetCreateDto,
  update: GadgetUpdateDto,
  list: defineList({ entity: GadgetEntity, fields: { name: { kind: 'text', sort: true } }, defaultSort: 'name' }),
  refs: { site: { entity: () => SiteEntity, id: 'siteId' } },
  access: { read: OPEN, create: OPEN, update: OPEN, archive: OPEN },
});

type Row = Record<string, unknown>;
const COLUMNS =
  'id, organisation_id AS organisationId, name, api_secret AS apiSecret, version, created_at AS createdAt FROM gadget';

/** Reads without scope, one statement per row; writes without check and event; tells secrets; shows each face something else. */
@Injectable()
export class GadgetService extends ResourceService<GadgetEntity> {
  constructor(house: ResourceHouse) {
    super(gadgetResource, house);
  }
  override async get(id: string): Promise<object> {
    const [row] = await this.house.sql.house<Row>(`SELECT ${COLUMNS} WHERE id = ?`, [id]);
    return present(GadgetDto, {
      id,
      organisationId: id,
      name: 'none',
      version: 1,
      ...row,
      can: { luck: Math.random() },
    });
  }
  override async list(query: ListQuery): Promise<Page<object>> {
    const found = await this.house.sql.house<{ id: string }>(`SELECT id FROM gadget LIMIT ${query.limit * 2}`);
    const rows: object[] = [];
    for (const { id } of found) rows.push(await this.get(id));
    return { rows, next: null, prev: null, total: null, limit: 50, cursorOf: () => 'nowhere' };
  }
  override async create(input: Row): Promise<object> {
    const id = uuid7();
    await this.house.sql.house(
      `INSERT INTO gadget (id, version, created_at, updated_at, organisation_id, name, api_secret) VALUES (?, 1, NOW(3), NOW(3), ?, ?, ?)`,
      [id, input['organisationId'], String(input['name']).toLowerCase(), input['apiSecret'] ?? null],
    );
    return this.get(id);
  }
  override async update(id: string, patch: Row): Promise<object> {
    await this.house.sql.house('UPDATE gadget SET name = ? WHERE id = ?', [patch['name'], id]);
    return this.get(id);
  }
  override archive(id: string): Promise<object> {
    return this.get(id);
  }
  override restore(id: string): Promise<object> {
    return this.get(id);
  }
}

@Controller('gadgets')
class GadgetController {
  @Post('anything')
  @OPEN
  anything(@Body() body: unknown): unknown {
    return { took: typeof body };
  }
}

const parts = partsOf({ resource: gadgetResource, service: GadgetService });

@Module({ controllers: [GadgetController, ...parts.controllers], providers: parts.providers })
export class BrokenModule {}

addRecipe('gadget', {
  body: ({ organisationId, n }) => ({ organisationId, name: `Gadget ${n}` }),
  change: (n) => ({ name: `Renamed ${n}` }),
});

/** Its table, as a careless migration would make it. */
export async function makeGadgetTable({ world }: Stage): Promise<void> {
  const table = `\`${world.database.name}\`.gadget`;
  await world.sql(
    `CREATE TABLE ${table} (id UUID PRIMARY KEY, version INT NOT NULL, created_at DATETIME(6) NOT NULL, updated_at DATETIME(6) NOT NULL,
      archived_at DATETIME(6) NULL, organisation_id UUID NOT NULL, name VARCHAR(300) NOT NULL, api_secret VARCHAR(255) NULL, site_id UUID NULL)`,
  );
  await world.sql(
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO '${world.database.application.user}'@'localhost'`,
  );
}
