import { Injectable } from '@nestjs/common';
import { withoutSecrets } from '../../../platform/outgoing';
import { MailSettings, type MailServer } from '../settings/mail-settings.service';
import { writeMail, type MailTemplate } from '../templates/mail-templates';

/** One mail with everything in it. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly template: MailTemplate;
  readonly words: Readonly<Record<string, string>>;
}

/** Nobody has said where mails leave. */
class NoServer extends Error {
  readonly code = 'ENOSERVER';
}

/** Hands mails to the server that is set at that moment; answers what it said. */
@Injectable()
export class MailPost {
  constructor(private readonly settings: MailSettings) {}

  async hand({ id, to, template, words }: OutgoingMail): Promise<string> {
    const server = await this.settings.server();
    if (!server) throw new NoServer('No mail server is set.');
    const { transportTo } = await import('./mail-transport');
    const transport = transportTo(server);
    // What the server answers is shown and kept; some repeat the line they refuse, or quote the mail.
    const secrets = [...secretsOf(server), words['link']];
    const hushed = (text: string): string => withoutSecrets(text, secrets);
    try {
      const sent = (await transport.sendMail({
        // The same for every attempt: a server that took the first knows the second.
        messageId: `<${id}@${domainOf(server.from)}>`,
        from: server.from,
        to,
        ...writeMail(template, words),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })) as { response?: string };
      return hushed(sent.response ?? 'accepted').replace(/\p{Cc}+/gu, ' ');
    } catch (error) {
      const { response } = error as { response?: string };
      throw response === undefined ? error : Object.assign(error as Error, { response: hushed(response) });
    } finally {
      transport.close();
    }
  }
}

const domainOf = (from: string): string => /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

/** In the spelling of the setting and as it is sent. What is no address, or no encoding, is taken as it stands. */
function secretsOf(server: MailServer): (string | null)[] {
  if (server.kind !== 'url') return [server.password];
  const [, password = ''] = /^[^/]*\/\/[^:@/]*:(.*)@/.exec(server.url) ?? [];
  return [server.url, password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
