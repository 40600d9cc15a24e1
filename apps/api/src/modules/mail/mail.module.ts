import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { MailGauges } from './mail-gauges';
import { MailController } from './mail.controller';
import { MailResolver } from './mail.resolver';
import { MailService } from './mail.service';
import { AccountNotices } from './account-notices';
import { AddressNotices } from './address-notices';
import { Mails } from './mails';
import { Mail } from './migrations/1764100001000-mail';
import { ForgetMails } from './sending/forget-mails.job';
import { MailPost } from './sending/mail-post';
import { SendMail } from './sending/send-mail.job';
import { MailSettings } from './settings/mail-settings.service';

registerMigrations(Mail);

@Module({
  controllers: [MailController],
  providers: [
    AccountNotices,
    AddressNotices,
    MailService,
    MailResolver,
    Mails,
    MailSettings,
    MailPost,
    SendMail,
    ForgetMails,
    MailGauges,
  ],
  exports: [AccountNotices, AddressNotices, Mails, MailSettings],
})
export class MailModule {}
