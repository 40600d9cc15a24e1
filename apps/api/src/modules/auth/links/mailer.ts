import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Log } from '../../../platform/http';

/** Plain mails for links. Without a mail server nothing is sent and the caller shows the link instead. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly log: Log,
  ) {
    if (settings.SMTP_URL)
      this.transport = createTransport({
        url: settings.SMTP_URL,
        connectionTimeout: 5000,
        greetingTimeout: 5000,
        socketTimeout: 10_000,
      } as never);
  }

  /** True when the mail server took the mail. */
  async send(to: string, subject: string, text: string): Promise<boolean> {
    if (!this.transport) return false;
    try {
      await this.transport.sendMail({
        from: this.settings.MAIL_FROM,
        to,
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return true;
    } catch (error) {
      this.log.fault(error);
      return false;
    }
  }

  /** Address of a page of ours. */
  page(path: string): string {
    const base = this.settings.PUBLIC_URL ?? `http://${this.settings.HOST}:${this.settings.PORT}`;
    return `${base.replace(/\/$/, '')}${path}`;
  }
}
