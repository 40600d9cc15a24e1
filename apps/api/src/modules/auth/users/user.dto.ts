import { Choice, Dto, Flag, Id, InputDto, Int, Json, Moment, Text } from '@st0r/dto';
import { USER_STATES } from '../../access';

/** A person with an account, as platform administrators see them. */
@Dto('User')
export class UserDto {
  @Id()
  id: string;

  @Text({ max: 254 })
  email: string;

  @Text({ max: 120 })
  name: string;

  @Choice('UserState', USER_STATES)
  state: string;

  @Flag()
  platformAdmin: boolean;

  @Flag()
  requireMfa: boolean;

  @Json({ description: 'What you may do with this account.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment()
  updatedAt: string;
}

/** A change of an account by an administrator; nobody ever sees or sets another person's password. */
@InputDto('UserUpdate')
export class UserUpdateDto {
  @Text({ max: 120, optional: true })
  name?: string;

  @Choice('UserState', USER_STATES, { optional: true })
  state?: 'active' | 'disabled';

  @Flag({ optional: true })
  requireMfa?: boolean;

  @Flag({ optional: true })
  platformAdmin?: boolean;
}

/** Rules of signing in. */
@Dto('SignInRules')
export class SignInRulesDto {
  @Int()
  idleMinutes: number;

  @Int()
  absoluteHours: number;

  @Int({ description: 'Minutes an access token of a browser lives; it is renewed in silence.' })
  accessMinutes: number;

  @Int({ description: 'Minutes an access token from POST /auth/token lives.' })
  automationMinutes: number;

  @Int({ description: 'Days ahead an API key may expire at most.' })
  keyDays: number;

  @Choice('MfaRule', ['everyone', 'listed'])
  requireMfa: string;

  @Choice('PasskeyRule', ['nobody', 'administrators'], {
    description: 'Whose second factor must be a passkey: platform administrators and owners of organisations.',
  })
  requirePasskey: string;
}

/** A change of the sign-in rules. */
@InputDto('SignInRulesUpdate')
export class SignInRulesUpdateDto {
  @Int({ optional: true, min: 5, max: 120 })
  idleMinutes?: number;

  @Int({ optional: true, min: 1, max: 24 })
  absoluteHours?: number;

  @Int({ optional: true, min: 1, max: 15 })
  accessMinutes?: number;

  @Int({ optional: true, min: 1, max: 60 })
  automationMinutes?: number;

  @Int({ optional: true, min: 1, max: 365 })
  keyDays?: number;

  @Choice('MfaRule', ['everyone', 'listed'], { optional: true })
  requireMfa?: 'everyone' | 'listed';

  @Choice('PasskeyRule', ['nobody', 'administrators'], { optional: true })
  requirePasskey?: 'nobody' | 'administrators';
}

/** A platform administrator lets themselves into an organisation, in the open. */
@InputDto('SelfGrant')
export class SelfGrantDto {
  @Id()
  organisationId: string;

  @Text({ max: 500, min: 5, description: 'Why; the owners read it.' })
  reason: string;
}
