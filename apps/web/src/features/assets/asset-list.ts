import type { ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';
import { assetStatuses, assetTypes } from '../../shared/asset-types';

export type Asset = Api<'Asset'>;

const day = { kind: 'day', filter: true, sort: true } as const;
const moment = { kind: 'moment', filter: true, sort: true } as const;
const text = { kind: 'text', filter: true, sort: true } as const;
const id = { kind: 'id', filter: true } as const;

/** What the list of assets lets a person filter and sort by, as the API declares it. */
export const assetShape: ListShape = {
  fields: {
    type: { kind: 'choice', choices: assetTypes, filter: true, sort: true },
    status: { kind: 'choice', choices: assetStatuses, filter: true, sort: true },
    name: text,
    hostname: text,
    serial: text,
    assetTag: text,
    externalId: { kind: 'text', filter: true },
    os: text,
    site: id,
    contact: id,
    manufacturer: id,
    model: id,
    parent: id,
    tags: { kind: 'text', operators: ['all'], filter: true },
    mac: { kind: 'mac', filter: true },
    ip: { kind: 'ip', operators: ['eq', 'ne', 'in', 'null'], filter: true },
    warrantyEndsOn: day,
    purchasedOn: day,
    endOfLifeOn: day,
    lastSeenAt: moment,
    vanishedAt: moment,
    createdAt: moment,
    updatedAt: moment,
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
  customFields: true,
};
