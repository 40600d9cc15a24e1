import { Choice, Day, Dto, Id, InputDto, Int, Json, Moment, Part, Text } from '@st0r/dto';
import { RefDto } from '../../platform/resource';

/** A person's role in one organisation. */
@Dto('Membership')
export class MembershipDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Id()
  userId: string;

  @Text({ max: 120 })
  userName: string;

  @Text({ max: 254, optional: true })
  userEmail: string | null;

  @Text({ max: 10, optional: true, description: 'invited, active or disabled; only active counts.' })
  userState: string | null;

  @Id()
  roleId: string;

  @Part(() => RefDto, { optional: true })
  role: RefDto | null;

  @Day({ optional: true })
  validFrom: string | null;

  @Day({ optional: true })
  validUntil: string | null;

  @Choice('MembershipSource', ['local', 'sso', 'ldap'])
  source: string;

  @Id({ optional: true, description: 'The connection whose groups gave this role; null for one given by hand.' })
  connectionId: string | null;

  @Json()
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** Gives a person who already has an account a role in an organisation. */
@InputDto('MembershipCreate')
export class MembershipCreateDto {
  @Id()
  organisationId: string;

  @Id()
  userId: string;

  @Id()
  roleId: string;

  @Day({ optional: true })
  validFrom?: string | null;

  @Day({ optional: true })
  validUntil?: string | null;
}

/** Changes for how long a role is held. */
@InputDto('MembershipUpdate')
export class MembershipUpdateDto {
  @Day({ optional: true })
  validFrom?: string | null;

  @Day({ optional: true })
  validUntil?: string | null;
}
