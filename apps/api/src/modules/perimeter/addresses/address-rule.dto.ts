import { Choice, Dto, Id, InputDto, Int, Json, Moment, PartialDto, Text } from '@st0r/dto';
import { AREAS, type Area } from '../../../platform/authorize';
import { EFFECTS, type Effect } from './address-rule.entity';

const AREA = 'Signing in, administration, or everything under /api.';

/** A block of addresses that is let into an area, or kept out of it. */
@Dto('AddressRule')
export class AddressRuleDto {
  @Id()
  id: string;

  @Text({ max: 49 })
  network: string;

  @Choice('AddressRuleEffect', EFFECTS)
  effect: Effect;

  @Choice('PerimeterArea', AREAS, { description: AREA })
  area: Area;

  @Text({ max: 200, optional: true })
  note: string | null;

  @Moment({ optional: true, description: 'From then on the rule counts for nothing.' })
  expiresAt: Date | null;

  @Json({ description: 'What you may do with this record.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: Date;

  @Moment()
  updatedAt: Date;

  @Moment({ optional: true })
  archivedAt: Date | null;
}

/** A new rule. */
@InputDto('AddressRuleCreate')
export class AddressRuleCreateDto {
  @Text({ max: 49, description: 'An address or a block, e.g. 192.0.2.0/24 or 2001:db8::/32.' })
  network: string;

  @Choice('AddressRuleEffect', EFFECTS, {
    description: 'A denied address stays out whatever else allows it; where anything is allowed, all others stay out.',
  })
  effect: Effect;

  @Choice('PerimeterArea', AREAS, { description: AREA })
  area: Area;

  @Text({ max: 200, optional: true, description: 'Whose addresses these are, and why.' })
  note?: string | null;

  @Moment({ optional: true, description: 'When the rule ends by itself.' })
  expiresAt?: Date | null;
}

/** A change of a rule. */
@InputDto('AddressRuleUpdate')
export class AddressRuleUpdateDto extends PartialDto(AddressRuleCreateDto) {}
