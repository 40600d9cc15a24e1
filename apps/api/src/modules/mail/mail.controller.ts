import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../platform/authorize';
import { NeverStored, OwnUnitOfWork, readListQuery } from '../../platform/http';
import { asPage } from '../../platform/resource';
import { MailPageDto } from './mail.dto';
import { mailList } from './mail.list';
import { MailService } from './mail.service';
import { MailSettingsDto, MailSettingsUpdateDto, MailTestDto, MailTestResultDto } from './settings/mail-settings.dto';
import { MailSettings } from './settings/mail-settings.service';

const WHY = 'the mail server and its mails belong to the installation';
const FRESH = { recentLogin: '10m', for: 'settings' } as const;

/** Mails, and the server they leave through. */
@ApiTags('mail')
@Controller()
export class MailController {
  constructor(
    private readonly mails: MailService,
    private readonly settings: MailSettings,
  ) {}

  @Get('mails')
  @ApiOperation({ operationId: 'listMails', summary: 'Mails that left or could not, without what they say' })
  @ApiOkResponse({ type: MailPageDto })
  @AuthorizePlatform(WHY)
  async list(@Query() query: Record<string, string>): Promise<MailPageDto> {
    return asPage(await this.mails.list(readListQuery(mailList.shape, query)));
  }

  @Get('settings/mail')
  @ApiOperation({ operationId: 'getMailSettings', summary: 'Where mails leave' })
  @ApiOkResponse({ type: MailSettingsDto })
  @AuthorizePlatform(WHY)
  read(): Promise<MailSettingsDto> {
    return this.settings.read();
  }

  @Put('settings/mail')
  @NeverStored()
  @ApiOperation({ operationId: 'setMailSettings', summary: 'Set the mail server' })
  @ApiOkResponse({ type: MailSettingsDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'setting.updated' })
  write(@Body() input: MailSettingsUpdateDto): Promise<MailSettingsDto> {
    return this.settings.write(input);
  }

  @Delete('settings/mail')
  @ApiOperation({ operationId: 'forgetMailSettings', summary: 'Go back to SMTP_URL, or to no mail' })
  @ApiOkResponse({ type: MailSettingsDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'setting.updated' })
  forget(): Promise<MailSettingsDto> {
    return this.settings.forget();
  }

  @Post('settings/mail/test')
  @HttpCode(200)
  @OwnUnitOfWork()
  @NeverStored()
  @ApiOperation({ operationId: 'testMail', summary: 'Send a test mail now and say what happened' })
  @ApiOkResponse({ type: MailTestResultDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'mail.tested' })
  test(@Body() { recipient }: MailTestDto): Promise<MailTestResultDto> {
    return this.mails.test(recipient);
  }
}
