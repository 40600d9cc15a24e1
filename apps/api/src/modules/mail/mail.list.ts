import { fieldsOf } from '@st0r/dto';
import { defineList, nameList } from '../../platform/list';
import { MailDto } from './mail.dto';
import { MAIL_STATES, MailEntity } from './mail.entity';

/** Mails, newest first. */
export const mailList = defineList({
  entity: MailEntity,
  fields: {
    createdAt: { kind: 'moment', sort: true },
    state: { kind: 'choice', choices: MAIL_STATES },
    template: { kind: 'text', operators: ['eq', 'in'] },
    recipient: { kind: 'text', operators: ['eq', 'contains', 'startsWith'] },
    subject: { kind: 'text', operators: ['contains'] },
  },
  search: ['recipient', 'subject'],
  defaultSort: '-createdAt',
});
nameList('mails', mailList);

/** What leaves of a mail. */
export const MAIL_PROPERTIES = fieldsOf(MailDto).map(({ name }) => name);
