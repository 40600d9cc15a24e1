export { AccountNotices } from './account-notices';
export { AddressNotices } from './address-notices';
export { MailModule } from './mail.module';
export { MailSettings } from './settings/mail-settings.service';
export { Mails } from './mails';
