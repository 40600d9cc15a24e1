import { Dto, Flag, Id, Moment, Text } from '@st0r/dto';

/** A running session of one's own account. */
@Dto('Session')
export class SessionDto {
  @Id()
  id: string;

  @Text({ max: 45, optional: true })
  ip: string | null;

  @Text({ max: 255, optional: true })
  userAgent: string | null;

  @Moment()
  signedInAt: string;

  @Moment()
  lastSeenAt: string;

  @Moment()
  expiresAt: string;

  @Flag({ description: 'A browser; false for an API client.' })
  interactive: boolean;

  @Flag()
  current: boolean;
}
