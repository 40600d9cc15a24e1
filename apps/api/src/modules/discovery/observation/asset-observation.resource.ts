import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { PORT_PROTOCOLS } from '../nmap';
import { AssetObservationDto } from './asset-observation.dto';
import { AssetObservationEntity } from './asset-observation.entity';

/** Written by accepted scans only, so it has no verbs but reading. */
export const assetObservationResource = defineResource({
  noun: 'assetObservation',
  plural: 'assetObservations',
  about: 'Ports and services that scans saw on assets.',
  entity: AssetObservationEntity,
  dto: AssetObservationDto,
  list: defineList({
    entity: AssetObservationEntity,
    fields: {
      assetId: { kind: 'id' },
      protocol: { kind: 'choice', choices: PORT_PROTOCOLS, sort: true },
      port: { kind: 'int', sort: true },
      state: { kind: 'text' },
      service: { kind: 'text', sort: true },
      product: { kind: 'text' },
      lastSeenAt: { kind: 'moment', sort: true },
    },
    search: ['service', 'product'],
    defaultSort: 'port',
  }),
  access: { read: Authorize('asset.read') },
});
