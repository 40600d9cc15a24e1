export { AccountNotices } from './account-notices';
export { MailModule } from './mail.module';
export { MailSettings } from './settings/mail-settings.service';
export { Mails } from './mails';
