import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { ContactEntity, SiteEntity } from '../../people';
import { ASSET_STATUSES } from '../asset-lifecycle';
import { ASSET_TYPE_CODES } from '../asset-types';
import { ManufacturerEntity } from '../catalogue-records/manufacturer.entity';
import { ModelEntity } from '../catalogue-records/model.entity';
import { byIp, byMac } from './asset-filters';
import { AssetCreateDto, AssetUpdateDto } from './asset-input.dto';
import { AssetDto } from './asset.dto';
import { AssetEntity } from './asset.entity';

export const assetResource = defineResource({
  noun: 'asset',
  plural: 'assets',
  about: 'Things the provider looks after.',
  entity: AssetEntity,
  dto: AssetDto,
  create: AssetCreateDto,
  update: AssetUpdateDto,
  list: defineList({
    entity: AssetEntity,
    fields: {
      name: { kind: 'text', sort: true },
      type: { kind: 'choice', choices: ASSET_TYPE_CODES, sort: true, group: true },
      status: { kind: 'choice', choices: ASSET_STATUSES, sort: true, group: true },
      serial: { kind: 'text', sort: true },
      assetTag: { kind: 'text', sort: true },
      externalId: { kind: 'text' },
      hostname: { kind: 'text', sort: true },
      os: { kind: 'text', sort: true },
      manufacturer: { kind: 'id', column: 'manufacturer_id', group: true },
      model: { kind: 'id', column: 'model_id', group: true },
      site: { kind: 'id', column: 'site_id', group: true },
      contact: { kind: 'id', column: 'contact_id', group: true },
      parent: { kind: 'id', column: 'parent_id' },
      tags: { kind: 'text', operators: ['all'] },
      mac: { kind: 'mac', sql: byMac },
      ip: { kind: 'ip', operators: ['eq', 'ne', 'in', 'null'], sql: byIp },
      purchasedOn: { kind: 'day', sort: true },
      warrantyEndsOn: { kind: 'day', sort: true },
      endOfLifeOn: { kind: 'day', sort: true },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
      lastSeenAt: { kind: 'moment', sort: true },
      vanishedAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'hostname', 'serial', 'asset_tag'],
    defaultSort: 'name',
    customFields: 'custom_fields',
  }),
  refs: {
    manufacturer: { entity: () => ManufacturerEntity, id: 'manufacturerId' },
    model: { entity: () => ModelEntity, id: 'modelId' },
    site: { entity: () => SiteEntity, id: 'siteId' },
    contact: { entity: () => ContactEntity, id: 'contactId' },
    parent: { entity: () => AssetEntity, id: 'parentId' },
  },
  access: {
    read: Authorize('asset.read'),
    create: Authorize('asset.write'),
    update: Authorize('asset.write'),
    archive: Authorize('asset.delete'),
  },
});
