import { Choice, Dto, Flag, InputDto, Int, Part, Text, WriteOnlySecret } from '@st0r/dto';
import { PasskeyAnswerDto } from '../passkeys/passkey.dto';

const WORK =
  'Only after 428 auth.work_needed, which says what to compute while the installation is under attack; good for one request within two minutes, from the same address.';

/** The answer to a puzzle of `auth.work_needed`. */
@InputDto('SignInWork')
export class SignInWorkDto {
  @Text({ max: 100, pattern: /^[\w-]+$/, description: 'params.challenge of the auth.work_needed answer, as it came.' })
  challenge: string;

  @Int({
    min: 0,
    description:
      'A number for which the SHA-256 of params.bytes bytes begins with params.bits zero bits: this number in four bytes, the most significant first, the challenge as text, and zeros.',
  })
  answer: number;
}

/** First step of signing in. */
@InputDto('SignIn')
export class SignInDto {
  @Text({ max: 254 })
  email: string;

  @WriteOnlySecret({ max: 1000 })
  password: string;

  @Part(() => SignInWorkDto, { optional: true, description: WORK })
  work?: SignInWorkDto | null;
}

/** Second step: a one-time code, a recovery code, or a passkey. */
@InputDto('SecondFactor')
export class SecondFactorDto {
  @WriteOnlySecret({ max: 20, optional: true })
  code?: string | null;

  @WriteOnlySecret({ max: 60, optional: true })
  recoveryCode?: string | null;

  @Part(() => PasskeyAnswerDto, { optional: true })
  passkey?: PasskeyAnswerDto | null;
}

/** What may finish a sign-in that still owes its second factor. */
@Dto('SecondFactorWays')
export class SecondFactorWaysDto {
  @Flag({ description: 'A code of the authenticator will do.' })
  totp: boolean;

  @Flag({ description: 'A passkey will do.' })
  passkey: boolean;
}

/** What comes next. */
@Dto('SignInState')
export class SignInStateDto {
  @Choice('SignInStep', ['signed_in', 'totp_required', 'enrolment_required'])
  state: string;
}

/** A fresh proof of identity for one class of act. */
@InputDto('StepUp')
export class StepUpDto {
  @WriteOnlySecret({ max: 20, optional: true })
  code?: string | null;

  @WriteOnlySecret({ max: 1000, optional: true })
  password?: string | null;

  @Part(() => PasskeyAnswerDto, { optional: true })
  passkey?: PasskeyAnswerDto | null;

  @Text({ max: 30, pattern: /^[a-z_]+$/, description: 'params.class of the step_up.required answer.' })
  class: string;
}

/** What the server asks for, of what the person has: nothing of it is refused for its kind. */
@Dto('StepUpWays')
export class StepUpWaysDto {
  @Flag({ description: 'The password is part of it; false where it is closed for signing in.' })
  password: boolean;

  @Flag({ description: 'A code of the authenticator will do.' })
  code: boolean;

  @Flag({ description: 'A passkey will do.' })
  passkey: boolean;
}

/** Sign-in of an API client, all in one. */
@InputDto('TokenRequest')
export class TokenRequestDto {
  @Text({ max: 254 })
  email: string;

  @WriteOnlySecret({ max: 1000 })
  password: string;

  @WriteOnlySecret({ max: 20, optional: true })
  code?: string | null;

  @Part(() => SignInWorkDto, { optional: true, description: WORK })
  work?: SignInWorkDto | null;
}

/** Renewal of an API client's tokens. */
@InputDto('TokenRenewal')
export class TokenRenewalDto {
  @WriteOnlySecret({ max: 200 })
  refreshToken: string;
}

/** Bearer tokens; the only answer that carries them. */
@Dto('TokenPair')
export class TokenPairDto {
  @Text({ max: 2048 })
  accessToken: string;

  @Text({ max: 100 })
  refreshToken: string;

  @Int()
  expiresIn: number;
}
