import { Dto, Id, InputDto, Int, Json, Moment, Part, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';

/** A person as one connection knows them. */
@Dto('Identity')
export class IdentityDto {
  @Id()
  id: string;

  @Id()
  connectionId: string;

  @Part(() => RefDto, { optional: true })
  connection: RefDto | null;

  @Text({ max: 1024, description: 'The key that never changes.' })
  subject: string;

  @Text({ max: 254, optional: true, description: 'As the provider said last; never compared.' })
  email: string | null;

  @Text({ max: 120, optional: true })
  displayName: string | null;

  @Id({ optional: true, description: 'Null while it waits for somebody to say whose it is.' })
  userId: string | null;

  @Part(() => RefDto, { optional: true })
  user: RefDto | null;

  @Moment({ optional: true })
  lastSeenAt: string | null;

  @Json()
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** Says whose an identity is. */
@InputDto('IdentityLink')
export class IdentityLinkDto {
  @Id()
  userId: string;
}

/** An identity of one's own. */
@Dto('MyIdentity')
export class MyIdentityDto {
  @Id()
  id: string;

  @Id()
  connectionId: string;

  @Text({ max: 120 })
  connection: string;

  @Text({ max: 254, optional: true })
  email: string | null;

  @Moment({ optional: true })
  lastSeenAt: string | null;

  @Moment()
  createdAt: string;
}

/** Links an identity at a connection to one's own account. */
@InputDto('MyIdentityLink')
export class MyIdentityLinkDto {
  @Id()
  connectionId: string;
}
