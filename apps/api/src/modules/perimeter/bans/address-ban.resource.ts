import { AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { WHY } from '../perimeter.access';
import { AddressBanDto } from './address-ban.dto';
import { AddressBanEntity } from './address-ban.entity';

export const addressBanResource = defineResource({
  noun: 'addressBan',
  plural: 'addressBans',
  about: 'Addresses that fail2ban keeps away.',
  entity: AddressBanEntity,
  dto: AddressBanDto,
  list: defineList({
    entity: AddressBanEntity,
    fields: {
      address: { kind: 'text', sort: true },
      jail: { kind: 'text' },
      createdAt: { kind: 'moment', sort: true },
      liftedAt: { kind: 'moment', sort: true },
    },
    search: ['address'],
    defaultSort: '-createdAt',
  }),
  access: { read: AuthorizePlatform(WHY) },
});
