import { Choice, Dto, Flag, InputDto, Int, Text, WriteOnlySecret } from '@st0r/dto';

/** `tls`: encrypted from the first byte, mostly port 465. `starttls`: encrypted before anything is said, mostly 587. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];
export const MAIL_SOURCES = ['settings', 'environment', 'none'] as const;

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/;
const HOST = /^[\w.:-]+$/;

/** Where mails leave. The password comes in and never goes out. */
@Dto('MailSettings')
export class MailSettingsDto {
  @Choice('MailSource', MAIL_SOURCES, {
    description: 'settings: this page. environment: SMTP_URL, used while nothing is set here. none: no mail leaves.',
  })
  source: string;

  @Text({ max: 255, optional: true })
  host: string | null;

  @Int({ optional: true })
  port: number | null;

  @Choice('MailSecurity', MAIL_SECURITIES, { optional: true })
  security: string | null;

  @Text({ max: 255, optional: true })
  user: string | null;

  @Flag({ description: 'A password is kept, sealed.' })
  passwordKept: boolean;

  @Text({ max: 254, optional: true })
  senderAddress: string | null;

  @Text({ max: 120, optional: true })
  senderName: string | null;

  @Text({ max: 20_000, optional: true, description: 'Certificate of an authority of your own, as PEM.' })
  authority: string | null;
}

/** A mail server. Without `password` the one that is kept stays, as long as host and user stay too. */
@InputDto('MailSettingsUpdate')
export class MailSettingsUpdateDto {
  @Text({ max: 255, pattern: HOST })
  host: string;

  @Int({ min: 1, max: 65535 })
  port: number;

  @Choice('MailSecurity', MAIL_SECURITIES)
  security: MailSecurity;

  @Text({ max: 255, optional: true })
  user?: string | null;

  @WriteOnlySecret({ max: 1000, optional: true })
  password?: string | null;

  @Text({ max: 254, pattern: ADDRESS })
  senderAddress: string;

  @Text({ max: 120, optional: true })
  senderName?: string | null;

  @Text({ max: 20_000, optional: true, pattern: /^\s*-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----\s*$/ })
  authority?: string | null;
}

/** Sends a test mail with what is kept. */
@InputDto('MailTest')
export class MailTestDto {
  @Text({ max: 254, pattern: ADDRESS })
  recipient: string;
}

/** How a test went. */
@Dto('MailTestResult')
export class MailTestResultDto {
  @Flag()
  sent: boolean;

  @Text({ max: 1000, description: 'What happened, and what to do about it.' })
  detail: string;

  @Text({ max: 500, optional: true, description: 'The words of the mail server.' })
  answer: string | null;
}
