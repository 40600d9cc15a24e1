import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { InjectSettings, type Settings } from '../../platform/config';
import { Sql } from '../../platform/database';
import { Jobs } from '../../platform/jobs';
import { sendMail } from './sending/send-mail.job';
import { MailSettings } from './settings/mail-settings.service';
import { writeMail, type MailTemplate } from './templates/mail-templates';

/** Mails leave after the unit of work that wrote them has committed, and never when it does not. */
@Injectable()
export class Mails {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly mailSettings: MailSettings,
  ) {}

  /** Queues a mail; false when no mail server is set, so that the caller can show what it would have said. */
  async send(recipient: string, template: MailTemplate, words: Readonly<Record<string, string>>): Promise<boolean> {
    return (await this.post(recipient, template, words)) !== null;
  }

  /** The same; answers the mail's id, so that the caller can say later what became of it. */
  async post(
    recipient: string,
    template: MailTemplate,
    words: Readonly<Record<string, string>>,
  ): Promise<string | null> {
    if (!(await this.leave())) return null;
    const mailId = uuid7();
    const { id: jobId } = await this.jobs.enqueue(sendMail, { mailId, template, words });
    await this.sql.house(
      `INSERT INTO mail (id, recipient, template, subject, state, job_id, created_at) VALUES (?, ?, ?, ?, 'queued', ?, UTC_TIMESTAMP(6))`,
      [mailId, recipient, template, writeMail(template, words).subject, jobId],
    );
    return mailId;
  }

  /** Whether a mail server is set. */
  leave(): Promise<boolean> {
    return this.mailSettings.configured();
  }

  /** Address of a page of ours. */
  page(path: string): string {
    const base = this.settings.PUBLIC_URL ?? `http://${this.settings.HOST}:${this.settings.PORT}`;
    return `${base.replace(/\/$/, '')}${path}`;
  }
}
