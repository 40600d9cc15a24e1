import { Dto, Flag, Id, Int, ListOf, Moment } from '@st0r/dto';

/** An attack on signing in. */
@Dto('SignInAttack')
export class SignInAttackDto {
  @Id()
  id: string;

  @Moment()
  beganAt: string;

  @Moment({ optional: true, description: 'Nothing while it goes on.' })
  endedAt: string | null;

  @Int({ description: 'The most failures within a minute.' })
  peakPerMinute: number;

  @Int({ description: 'Puzzles that were handed out, of one address one a minute.' })
  asked: number;

  @Int({ description: 'Puzzles that were solved, of one address one a minute.' })
  answered: number;
}

/** What comes against signing in, over the whole installation. */
@Dto('SignInPressure')
export class SignInPressureDto {
  @Flag({ description: 'Whether unknown devices are asked for some computing before a password is looked at.' })
  underAttack: boolean;

  @Int({ description: 'Failed sign-ins within the last minute, and puzzles nobody solved.' })
  failuresPerMinute: number;

  @Int({ description: 'More than this is an attack: a hundred, or five times what a week brought.' })
  limitPerMinute: number;

  @ListOf(() => SignInAttackDto, { description: 'The last twenty, the latest first.' })
  attacks: SignInAttackDto[];
}
