import { Dto, Flag, Id, InputDto, Text } from '@st0r/dto';

/** An administrator who always signs in with a password, or could be chosen to. */
@Dto('BreakGlassAccount')
export class BreakGlassAccountDto {
  @Id()
  userId: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 254 })
  email: string;

  @Flag()
  chosen: boolean;

  @Flag({ description: 'Active, with a local password and a second factor.' })
  works: boolean;
}

/** Chooses a break-glass account. */
@InputDto('BreakGlassChoice')
export class BreakGlassChoiceDto {
  @Id()
  userId: string;
}
