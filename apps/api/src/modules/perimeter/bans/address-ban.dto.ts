import { Dto, Id, Int, Json, Moment, Text } from '@st0r/dto';

/** An address fail2ban keeps away, or kept away once. */
@Dto('AddressBan')
export class AddressBanDto {
  @Id()
  id: string;

  @Text({ max: 45 })
  address: string;

  @Text({ max: 40, description: "fail2ban's name for the rule that banned it." })
  jail: string;

  @Moment({ optional: true, description: 'Since when it may come again.' })
  liftedAt: Date | null;

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
