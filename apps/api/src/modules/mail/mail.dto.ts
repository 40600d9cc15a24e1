import { Choice, Dto, Id, Int, ListOf, Moment, Part, Text } from '@st0r/dto';
import { PageFactsDto } from '../../platform/resource';
import { MAIL_STATES } from './mail.entity';

/** A mail that left or is to leave, without what it says. */
@Dto('Mail')
export class MailDto {
  @Id()
  id: string;

  @Text({ max: 254 })
  recipient: string;

  @Text({ max: 40, description: 'What kind of mail: invitation, reset.' })
  template: string;

  @Text({ max: 255 })
  subject: string;

  @Choice('MailState', MAIL_STATES, {
    description: 'bounced: the server refuses it for good. failed: it could not be handed over however often we tried.',
  })
  state: string;

  @Int()
  tries: number;

  @Text({ max: 500, optional: true, description: 'What the mail server said last.' })
  answer: string | null;

  @Id({ optional: true, description: 'The job that sends it; retry that to send it again.' })
  jobId: string | null;

  @Moment()
  createdAt: Date;

  @Moment({ optional: true })
  sentAt: Date | null;
}

/** A page of mails. */
@Dto('MailPage')
export class MailPageDto {
  @ListOf(() => MailDto)
  data: MailDto[];

  @Part(() => PageFactsDto)
  page: PageFactsDto;
}
