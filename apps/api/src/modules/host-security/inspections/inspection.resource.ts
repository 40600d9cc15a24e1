import { AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { WHY } from '../host-security.access';
import { SOURCES } from '../reports/report';
import { InspectionDto } from './inspection.dto';
import { InspectionEntity } from './inspection.entity';

export const inspectionResource = defineResource({
  noun: 'inspection',
  plural: 'inspections',
  about: 'What was seen when packages were looked at.',
  entity: InspectionEntity,
  dto: InspectionDto,
  list: defineList({
    entity: InspectionEntity,
    fields: {
      source: { kind: 'choice', choices: SOURCES },
      subject: { kind: 'text', sort: true },
      takenAt: { kind: 'moment', sort: true },
    },
    search: ['subject'],
    defaultSort: '-takenAt',
  }),
  access: { read: AuthorizePlatform(WHY) },
});
