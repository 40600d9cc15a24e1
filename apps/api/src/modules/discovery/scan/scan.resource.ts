import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { ScanDto } from './scan.dto';
import { SCAN_STATES, ScanEntity } from './scan.entity';

/** Created by upload only, never by a JSON body; archiving discards. */
export const scanResource = defineResource({
  noun: 'scan',
  plural: 'scans',
  about: 'Network scans, and what they propose to change.',
  entity: ScanEntity,
  dto: ScanDto,
  list: defineList({
    entity: ScanEntity,
    fields: {
      filename: { kind: 'text', sort: true },
      sha256: { kind: 'text' },
      state: { kind: 'choice', choices: SCAN_STATES, sort: true },
      complete: { kind: 'flag' },
      hostsUp: { kind: 'int', sort: true },
      startedAt: { kind: 'moment', sort: true },
      createdAt: { kind: 'moment', sort: true },
    },
    search: ['filename', 'uploaded_by_name'],
    defaultSort: '-createdAt',
  }),
  access: { read: Authorize('network.read'), archive: Authorize('discovery.run') },
});
