import { AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { WHY } from '../host-security.access';
import { KINDS, SEVERITIES, SOURCES } from '../reports/report';
import { stateField } from './weakness-state';
import { WeaknessDto } from './weakness.dto';
import { WeaknessEntity } from './weakness.entity';

export const weaknessResource = defineResource({
  noun: 'weakness',
  plural: 'weaknesses',
  about: 'What sources say against packages of the machine and of the product.',
  entity: WeaknessEntity,
  dto: WeaknessDto,
  list: defineList({
    entity: WeaknessEntity,
    fields: {
      source: { kind: 'choice', choices: SOURCES },
      subject: { kind: 'text', sort: true },
      kind: { kind: 'choice', choices: KINDS },
      severity: { kind: 'choice', choices: SEVERITIES },
      severityRank: { kind: 'int', sort: true },
      package: { kind: 'text', sort: true },
      state: stateField,
      firstSeenAt: { kind: 'moment', sort: true },
      lastSeenAt: { kind: 'moment', sort: true },
    },
    search: ['package', 'reference', 'title'],
    defaultSort: '-severityRank,package',
  }),
  access: { read: AuthorizePlatform(WHY) },
});
