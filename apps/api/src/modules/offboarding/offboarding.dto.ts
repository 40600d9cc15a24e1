import { Dto, Flag, Id, Int, ListOf, Moment, Text } from '@st0r/dto';

/** A secret somebody has seen. */
@Dto('SeenSecret')
export class SeenSecretDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  organisation: string;

  @Id()
  credentialId: string;

  @Text({ max: 255 })
  credential: string;

  @Text({ max: 40, list: true, description: 'How they came to see it: revealed, copied.' })
  acts: string[];

  @Int()
  times: number;

  @Moment()
  lastAt: string;
}

/** How many secrets of one organisation somebody has seen. */
@Dto('SeenSecretCount')
export class SeenSecretCountDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  organisation: string;

  @Int()
  secrets: number;

  @Flag({ description: 'You may read their names.' })
  named: boolean;
}

/** What an off-boarding ends, or has ended. */
@Dto('Offboarding')
export class OffboardingDto {
  @Id()
  userId: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 254 })
  email: string;

  @Text({ max: 10 })
  state: string;

  @Int()
  sessions: number;

  @Int()
  apiKeys: number;

  @Int()
  passkeys: number;

  @Flag()
  authenticator: boolean;

  @Int()
  identities: number;

  @Int()
  memberships: number;

  @Text({ max: 255, list: true, maxItems: 10_000, description: 'Organisations nobody else owns.' })
  ownedAlone: string[];

  @ListOf(() => SeenSecretCountDto, { maxItems: 10_000 })
  seen: SeenSecretCountDto[];
}
