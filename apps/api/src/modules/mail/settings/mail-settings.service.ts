import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, openText, sealField, type FieldPlace } from '@st0r/crypto';
import { present } from '@st0r/dto';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Sql, changesBetween } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { PlatformDataKey } from '../../../platform/keys';
import { MailSettingsDto, type MailSecurity, type MailSettingsUpdateDto } from './mail-settings.dto';

const NAME = 'mail';

/** What is kept of a mail server; the password is sealed. */
interface Kept {
  host: string;
  port: number;
  security: MailSecurity;
  user: string | null;
  password: string | null;
  senderAddress: string;
  senderName: string | null;
  authority: string | null;
}

/** A mail server with its password opened, for the moment of one connection. */
export type MailServer = { kind: 'url'; url: string; from: string } | ({ kind: 'server'; from: string } & Kept);

/** Where mails leave: what an administrator set, otherwise SMTP_URL. */
@Injectable()
export class MailSettings {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly sql: Sql,
    private readonly keys: PlatformDataKey,
    private readonly events: EventRecorder,
  ) {}

  async read(): Promise<MailSettingsDto> {
    const kept = await this.kept();
    if (kept) return present(MailSettingsDto, { ...kept, source: 'settings', passwordKept: kept.password !== null });
    const { SMTP_URL, MAIL_FROM } = this.settings;
    if (!SMTP_URL) return present(MailSettingsDto, { source: 'none', passwordKept: false });
    const url = new URL(SMTP_URL);
    return present(MailSettingsDto, {
      source: 'environment',
      host: url.hostname,
      port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
      security: url.protocol === 'smtps:' ? 'tls' : 'starttls',
      user: decodeURIComponent(url.username) || null,
      passwordKept: url.password !== '',
      senderAddress: MAIL_FROM,
    });
  }

  /** True when a mail would have somewhere to go. */
  async configured(): Promise<boolean> {
    return this.settings.SMTP_URL !== undefined || (await this.kept()) !== undefined;
  }

  async write(input: MailSettingsUpdateDto): Promise<MailSettingsDto> {
    const before = await this.kept();
    const { password: given, ...plain } = input;
    const next: Kept = {
      ...plain,
      user: input.user ?? null,
      senderName: input.senderName ?? null,
      authority: input.authority ?? null,
      password: given ? await this.seal(given) : (before?.password ?? null),
    };
    if (!next.user) next.password = null;
    requireOwnPassword(before, next, given);
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify(next)],
    );
    this.tell(changesBetween(before ?? {}, next, ['password']));
    return this.read();
  }

  /** Goes back to SMTP_URL, or to no mail at all. */
  async forget(): Promise<MailSettingsDto> {
    const before = await this.kept();
    await this.sql.house('DELETE FROM platform_setting WHERE name = ?', [NAME]);
    if (before) this.tell({ host: { from: before.host, to: null } });
    return this.read();
  }

  /** The server to connect to, its password opened; undefined when none is set. */
  async server(): Promise<MailServer | undefined> {
    const kept = await this.kept();
    const { SMTP_URL, MAIL_FROM } = this.settings;
    if (!kept) return SMTP_URL ? { kind: 'url', url: SMTP_URL, from: MAIL_FROM } : undefined;
    const password = kept.password
      ? openText(await this.keys.of('smtp'), PLACE, Buffer.from(kept.password, 'base64'))
      : null;
    const { senderName, senderAddress } = kept;
    const from = senderName ? `"${senderName.replace(/["\\\r\n]/g, ' ')}" <${senderAddress}>` : senderAddress;
    return { kind: 'server', ...kept, password, from };
  }

  private async kept(): Promise<Kept | undefined> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    return row ? (JSON.parse(row.value) as Kept) : undefined;
  }

  private async seal(password: string): Promise<string> {
    return sealField(await this.keys.of('smtp'), PLACE, password).toString('base64');
  }

  private tell(changes: ReturnType<typeof changesBetween>): void {
    if (Object.keys(changes).length === 0) return;
    this.events.record({ action: 'setting.updated', category: 'admin', details: { setting: NAME }, changes });
  }
}

const PLACE: FieldPlace = {
  organisation: PLATFORM_ORGANISATION,
  purpose: 'smtp',
  type: 'mail-settings',
  record: PLATFORM_ORGANISATION,
  field: 'smtp-password',
  revision: 1,
};

/** A kept password goes to the server and user it was given for, and to no other: whoever may change the host must know it. */
function requireOwnPassword(before: Kept | undefined, next: Kept, given: string | null | undefined): void {
  if (!next.password || given) return;
  const same = before && before.host === next.host && before.port === next.port && before.user === next.user;
  const weaker = before?.security !== 'none' && next.security === 'none';
  if (!same || weaker)
    throw Invalid.field(
      '/password',
      'required',
      'Enter the password again: the server, its user or its security changed.',
    );
}
