import { Dto, Flag, Id, InputDto, Int, Moment, Text } from '@st0r/dto';

/** Whether the passwords of one organisation are looked up among stolen ones, and how far that is. */
@Dto('BreachWatch')
export class BreachWatchDto {
  @Id()
  organisationId: string;

  @Flag({ description: 'The installation has a list of stolen passwords to ask (BREACH_LIST).' })
  available: boolean;

  @Flag()
  on: boolean;

  @Moment({ optional: true })
  since: string | null;

  @Text({ max: 120, optional: true, description: 'Who switched it on.' })
  by: string | null;

  @Int({ description: 'Credentials with a password.' })
  askable: number;

  @Int({
    description:
      'Those of whose present password something is known; that it is clean, for two days after it was asked about.',
  })
  asked: number;

  @Moment({ optional: true, description: 'The oldest answer among them.' })
  askedSince: string | null;
}

/** Switches it for one organisation. */
@InputDto('BreachWatchSwitch')
export class BreachWatchSwitchDto {
  @Id()
  organisationId: string;

  @Flag()
  on: boolean;
}
