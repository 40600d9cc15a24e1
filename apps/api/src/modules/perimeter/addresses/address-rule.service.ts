import { Injectable } from '@nestjs/common';
import { normaliseCidr } from '@st0r/net';
import { Invalid } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { OwnWay } from '../entering/own-way';
import type { AddressRuleCreateDto, AddressRuleUpdateDto } from './address-rule.dto';
import type { AddressRuleEntity } from './address-rule.entity';
import { addressRuleResource } from './address-rule.resource';

/** Address rules as records; no change of theirs shuts out the person who makes it. */
@Injectable()
export class AddressRuleService extends ResourceService<AddressRuleEntity> {
  constructor(
    house: ResourceHouse,
    private readonly ownWay: OwnWay,
  ) {
    super(addressRuleResource, house);
  }

  override create(input: AddressRuleCreateDto): Promise<object> {
    return this.ownWay.kept(() => super.create(spelled(input)));
  }

  override update(id: string, patch: AddressRuleUpdateDto, version?: number): Promise<object> {
    const change = keepAlwaysSet(patch, ['network', 'effect', 'area']) as AddressRuleUpdateDto;
    return this.ownWay.kept(() => super.update(id, spelled(change), version));
  }

  override archive(id: string): Promise<object> {
    return this.ownWay.kept(() => super.archive(id));
  }

  override restore(id: string): Promise<object> {
    return this.ownWay.kept(() => super.restore(id));
  }
}

/** The block in its one spelling. */
function spelled<T extends { network?: string }>(input: T): T {
  if (input.network === undefined) return input;
  const network = normaliseCidr(input.network);
  if (network) return { ...input, network };
  throw Invalid.field(
    '/network',
    'format',
    `"${input.network}" is no address and no block of addresses. Write 192.0.2.10, 192.0.2.0/24 or 2001:db8::/32.`,
  );
}
