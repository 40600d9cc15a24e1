import { Choice, Day, Dto, Flag, Id, InputDto, Text, WriteOnlySecret } from '@st0r/dto';

/** Invites a person into one organisation with one role. */
@InputDto('Invitation')
export class InvitationDto {
  @Text({ max: 254, pattern: /^[^\s@]+@[^\s@]+$/ })
  email: string;

  @Text({ max: 120 })
  name: string;

  @Id()
  organisationId: string;

  @Id()
  roleId: string;

  @Day({ optional: true })
  validUntil?: string | null;
}

/** What became of an invitation. */
@Dto('InvitationResult')
export class InvitationResultDto {
  @Id()
  userId: string;

  @Id()
  membershipId: string;

  @Flag({ description: 'A mail is on its way; whether it arrived stands in the list of mails.' })
  mailed: boolean;

  @Text({
    max: 500,
    optional: true,
    description: 'Shown once, when no mail server is configured: hand it over yourself.',
  })
  link: string | null;
}

/** What an open link is for. */
@Dto('LinkFacts')
export class LinkFactsDto {
  @Choice('LinkKind', ['invitation', 'reset'])
  kind: string;

  @Text({ max: 254 })
  email: string;

  @Text({ max: 120 })
  name: string;
}

/** Accepts an invitation, or sets a new password. */
@InputDto('LinkAcceptance')
export class LinkAcceptanceDto {
  @Text({ max: 120, optional: true })
  name?: string | null;

  @WriteOnlySecret({ max: 1000 })
  password: string;
}

/** Asks for a reset link. */
@InputDto('ResetRequest')
export class ResetRequestDto {
  @Text({ max: 254 })
  email: string;
}

/** Answer to a request that may have sent a mail. */
@Dto('LinkHandover')
export class LinkHandoverDto {
  @Flag()
  mailed: boolean;

  @Text({ max: 500, optional: true })
  link: string | null;
}
