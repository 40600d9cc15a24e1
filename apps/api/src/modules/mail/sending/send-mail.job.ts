import { Injectable } from '@nestjs/common';
import { Choice, Id, InputDto, Json } from '@st0r/dto';
import { Sql } from '../../../platform/database';
import { Conflict, Unavailable } from '../../../platform/errors';
import { HandlesJob, defineJob, type JobHandler, type JobRun } from '../../../platform/jobs';
import type { MailState } from '../mail.entity';
import { MAIL_TEMPLATES, type MailTemplate } from '../templates/mail-templates';
import { MailPost } from './mail-post';
import { troubleOf, type MailTrouble } from './mail-trouble';

/** Which mail, and the words that fill its template; a link among them is a secret, so they are nowhere but here. */
@InputDto('SendMailJob')
export class SendMailJob {
  @Id()
  mailId: string;

  @Choice('MailTemplate', MAIL_TEMPLATES)
  template: MailTemplate;

  @Json()
  words: Record<string, unknown>;
}

export const sendMail = defineJob({
  name: 'mail.send',
  title: 'Send a mail',
  input: SendMailJob,
  acts: 'system',
  unitOfWork: 'own',
  attempts: 9,
  // A server that is away for a night still gets the mail: the pauses add up to some seven hours.
  backoff: { firstSeconds: 20, factor: 3, mostSeconds: 7200 },
  timeoutSeconds: 120,
  // A mail about an account is queued by whoever sits in it, and that may be somebody else than its holder.
  cancellable: 'by_administrators',
});

interface Row {
  recipient: string;
  state: MailState;
}

/** Hands one mail to the server, and notes what it said. */
@Injectable()
@HandlesJob(sendMail)
export class SendMail implements JobHandler<SendMailJob> {
  constructor(
    private readonly sql: Sql,
    private readonly post: MailPost,
  ) {}

  async run({ mailId, template, words }: SendMailJob, job: JobRun): Promise<void> {
    const [mail] = await this.sql.house<Row>('SELECT recipient, state FROM mail WHERE id = ?', [mailId]);
    // Forgotten, or sent by a worker that was killed before it could end the job.
    if (!mail || mail.state === 'sent') return;
    try {
      const answer = await this.post.hand({
        id: mailId,
        to: mail.recipient,
        template,
        words: words as Record<string, string>,
      });
      await this.note(mailId, 'sent', answer);
    } catch (error) {
      await this.failed(mailId, job, troubleOf(error));
    }
  }

  private async failed(mailId: string, { attempt }: JobRun, trouble: MailTrouble): Promise<never> {
    const { bounced, detail, answer } = trouble;
    await this.note(mailId, bounced ? 'bounced' : attempt >= sendMail.attempts ? 'failed' : 'queued', answer ?? detail);
    if (bounced) throw new Conflict('mail.bounced', { detail });
    throw new Unavailable('mail.not_sent', detail);
  }

  private async note(mailId: string, state: MailState, answer: string): Promise<void> {
    await this.sql.house(
      "UPDATE mail SET state = ?, tries = tries + 1, answer = ?, sent_at = IF(? = 'sent', UTC_TIMESTAMP(6), NULL) WHERE id = ?",
      [state, answer.slice(0, 500), state, mailId],
    );
  }
}
