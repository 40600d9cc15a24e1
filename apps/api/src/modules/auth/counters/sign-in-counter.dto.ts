import { Choice, Dto, Id, Int, Moment, Text } from '@st0r/dto';
import { COUNTER_KINDS, type CounterKind } from '../sign-in/slowdown';

/** Failures that make somebody wait. */
@Dto('SignInCounter')
export class SignInCounterDto {
  @Text({ max: 64, description: 'Names the counter; it says nothing about whom it counts.' })
  id: string;

  @Choice('SignInCounterKind', COUNTER_KINDS, {
    description:
      'Passwords, second factors or reset links of an account; a known device; an address or a block of them.',
  })
  kind: CounterKind;

  @Id({
    optional: true,
    description: 'The account; nothing for addresses, and where no account has the name that was tried.',
  })
  userId: string | null;

  @Text({ max: 120, optional: true })
  person: string | null;

  @Text({ max: 60, optional: true, description: 'The address or network.' })
  place: string | null;

  @Int()
  failures: number;

  @Moment({ optional: true, description: 'When the waiting ends; nothing where it ends only by being cleared.' })
  until: string | null;

  @Moment()
  lastAt: string;
}
