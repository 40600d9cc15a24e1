import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import { RequestContext } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import { EventRecorder } from '../../platform/events';
import { Lists, type Page } from '../../platform/list';
import { uuid7 } from '@st0r/crypto';
import { MailDto } from './mail.dto';
import { MAIL_PROPERTIES, mailList } from './mail.list';
import { MailPost } from './sending/mail-post';
import { troubleOf } from './sending/mail-trouble';
import type { MailTestResultDto } from './settings/mail-settings.dto';

/** Mails that left or could not, and trying whether any would. */
@Injectable()
export class MailService {
  constructor(
    private readonly lists: Lists,
    private readonly post: MailPost,
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
  ) {}

  async list(query: ListQuery): Promise<Page<MailDto>> {
    const page = await this.lists.page(mailList, { ...query, archived: 'any' }, MAIL_PROPERTIES);
    const rows = new Map(page.rows.map((row) => [present(MailDto, row), row]));
    return { ...page, rows: [...rows.keys()], cursorOf: (mail) => page.cursorOf(rows.get(mail) ?? {}) };
  }

  /** Sends one mail while the administrator waits, outside any transaction: only so do they see what the server says. */
  async test(recipient: string): Promise<MailTestResultDto> {
    const result = await this.tryOnce(recipient);
    await this.work.run(async () => {
      const outcome = result.sent ? 'success' : 'failure';
      this.events.record({ action: 'mail.tested', category: 'admin', outcome, details: { sent: result.sent } });
    });
    return result;
  }

  private async tryOnce(to: string): Promise<MailTestResultDto> {
    try {
      const words = { person: this.context.actor.name };
      const answer = await this.post.hand({ id: uuid7(), to, template: 'test', words });
      return { sent: true, detail: 'The mail server took the mail. Look into the mailbox, also under spam.', answer };
    } catch (error) {
      const { detail, answer } = troubleOf(error);
      return { sent: false, detail, answer };
    }
  }
}
