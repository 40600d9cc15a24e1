import { Dto, Flag, Id, InputDto, Json, Moment, Part, Text } from '@st0r/dto';

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** A passkey of one's own account. */
@Dto('Passkey')
export class PasskeyDto {
  @Id()
  id: string;

  @Text({ max: 60 })
  name: string;

  @Flag({
    description: 'A password manager keeps it on several devices; false for a key that never leaves its device.',
  })
  synced: boolean;

  @Moment()
  createdAt: string;

  @Moment({ optional: true })
  lastUsedAt: string | null;
}

/** What a browser needs to ask an authenticator: WebAuthn options in their JSON form. */
@Dto('PasskeyOptions')
export class PasskeyOptionsDto {
  @Json({ description: 'PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON.' })
  options: Record<string, unknown>;
}

/** What an authenticator answered to a challenge; names as in WebAuthn, values in base64url. */
@InputDto('PasskeyAnswer')
export class PasskeyAnswerDto {
  @Text({ max: 1400, pattern: BASE64URL })
  id: string;

  @Text({ max: 8000, pattern: BASE64URL })
  clientDataJSON: string;

  @Text({ max: 4000, pattern: BASE64URL })
  authenticatorData: string;

  @Text({ max: 2000, pattern: BASE64URL })
  signature: string;

  @Text({ max: 100, pattern: BASE64URL, optional: true })
  userHandle?: string | null;
}

/** A new passkey as the authenticator made it. */
@InputDto('PasskeyMade')
export class PasskeyMadeDto {
  @Text({ max: 1400, pattern: BASE64URL })
  id: string;

  @Text({ max: 8000, pattern: BASE64URL })
  clientDataJSON: string;

  @Text({ max: 40_000, pattern: BASE64URL })
  attestationObject: string;

  @Text({ max: 20, pattern: /^[a-z-]+$/, list: true, maxItems: 10, optional: true })
  transports?: string[] | null;
}

/** Adds a passkey to one's own account. */
@InputDto('PasskeyAddition')
export class PasskeyAdditionDto {
  @Text({ max: 60, description: 'So that you know it again: the phone, the key on the key ring.' })
  name: string;

  @Part(() => PasskeyMadeDto)
  made: PasskeyMadeDto;
}

/** A new name for a passkey. */
@InputDto('PasskeyUpdate')
export class PasskeyUpdateDto {
  @Text({ max: 60 })
  name: string;
}

/** Signing in with a passkey alone. */
@InputDto('PasskeySignIn')
export class PasskeySignInDto {
  @Part(() => PasskeyAnswerDto)
  passkey: PasskeyAnswerDto;
}
