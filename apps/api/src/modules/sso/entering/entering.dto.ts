import { Choice, Dto, Flag, Id, InputDto, Part, Text } from '@st0r/dto';
import { CONNECTION_KINDS, type ConnectionKind } from '../connections/sign-in-connection.entity';

/** A connection as the sign-in page offers it. */
@Dto('OfferedConnection')
export class OfferedConnectionDto {
  @Id()
  id: string;

  @Choice('ConnectionKind', CONNECTION_KINDS)
  kind: ConnectionKind;

  @Text({ max: 120 })
  label: string;
}

/** An e-mail address somebody is about to sign in with. */
@InputDto('ConnectionLookupRequest')
export class ConnectionLookupRequestDto {
  @Text({ max: 254 })
  email: string;
}

/** The connection that serves an address, by its domain alone. */
@Dto('ConnectionLookup')
export class ConnectionLookupDto {
  @Part(() => OfferedConnectionDto, { optional: true })
  connection: OfferedConnectionDto | null;

  @Flag({ description: 'The only way in for this domain.' })
  enforced: boolean;
}

/** Starts signing in through a connection. */
@InputDto('ConnectionSignIn')
export class ConnectionSignInDto {
  @Text({ max: 2000, optional: true, description: 'A path of ours to return to; anything else is ignored.' })
  returnTo?: string | null;
}

/** Where the browser goes next. */
@Dto('ProviderAddress')
export class ProviderAddressDto {
  @Text({ max: 8000 })
  location: string;
}

/** A fresh proof at the provider, for one class of act. */
@InputDto('ProviderStepUp')
export class ProviderStepUpDto {
  @Text({ max: 30, pattern: /^[a-z_]+$/, description: 'params.class of the step_up.required answer.' })
  class: string;
}

/** The connection the present session came in through. */
@Dto('OwnConnection')
export class OwnConnectionDto {
  @Text({ max: 120, optional: true, description: 'Null for a local session.' })
  name: string | null;

  @Flag({ description: 'A fresh proof can be given there.' })
  provesPresence: boolean;

  @Flag({ description: 'The same for the class `factor`: not while there is a password of ours, which is shown here.' })
  provesFactor: boolean;

  @Flag({ description: 'There is a password or a second factor of ours to prove it with.' })
  localProof: boolean;
}

/** Where to sign out at the provider as well; null when that is not wanted. */
@Dto('SignOutAddress')
export class SignOutAddressDto {
  @Text({ max: 8000, optional: true })
  location: string | null;
}
