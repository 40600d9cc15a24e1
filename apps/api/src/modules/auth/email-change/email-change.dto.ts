import { Choice, Dto, InputDto, Moment, Part, Text } from '@st0r/dto';

/**
 * Plain letters only, and none that means something to a mail server: what the database takes for equal to another
 * address, or a mail program for two of them, is no proof of either. International domains have a form in plain letters.
 */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/** Asks for another e-mail address of one's own account. */
@InputDto('EmailChangeRequest')
export class EmailChangeRequestDto {
  @Text({ max: 254, pattern: ADDRESS, description: 'In plain letters; international domains in their `xn--` form.' })
  email: string;
}

/** A change that waits for the link in the new mailbox. */
@Dto('EmailChange')
export class EmailChangeDto {
  @Text({ max: 254, description: 'The new address.' })
  email: string;

  @Moment()
  askedAt: string;

  @Moment({ description: 'When the links in both mails stop working.' })
  expiresAt: string;
}

/** How one's own e-mail address stands. */
@Dto('EmailChangeState')
export class EmailChangeStateDto {
  @Part(() => EmailChangeDto, { optional: true })
  pending: EmailChangeDto | null;

  @Text({
    max: 500,
    optional: true,
    description: 'Why the address cannot be changed here, and where it can be; null where it can.',
  })
  closed: string | null;
}

/** What a link in one of the two mails is for. */
@Dto('EmailChangeLink')
export class EmailChangeLinkDto {
  @Choice('EmailChangeLinkKind', ['confirm', 'stop'])
  kind: string;

  @Text({ max: 254, description: 'The new address.' })
  email: string;

  @Moment()
  expiresAt: string;
}
