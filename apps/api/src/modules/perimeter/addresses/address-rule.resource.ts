import { AREAS, AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { FRESH, WHY } from '../perimeter.access';
import { AddressRuleCreateDto, AddressRuleDto, AddressRuleUpdateDto } from './address-rule.dto';
import { AddressRuleEntity, EFFECTS } from './address-rule.entity';

const write = AuthorizePlatform(WHY, FRESH);

export const addressRuleResource = defineResource({
  noun: 'addressRule',
  plural: 'addressRules',
  about: 'Blocks of addresses that are let in or kept out.',
  entity: AddressRuleEntity,
  dto: AddressRuleDto,
  create: AddressRuleCreateDto,
  update: AddressRuleUpdateDto,
  list: defineList({
    entity: AddressRuleEntity,
    fields: {
      network: { kind: 'text', sort: true },
      effect: { kind: 'choice', choices: EFFECTS },
      area: { kind: 'choice', choices: AREAS },
      createdAt: { kind: 'moment', sort: true },
    },
    search: ['network', 'note'],
    defaultSort: 'network',
  }),
  access: { read: AuthorizePlatform(WHY), create: write, update: write, archive: write },
});
