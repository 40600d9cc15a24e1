import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { Public, SignedIn } from '../../../platform/authorize';
import { EmailChangeLinkDto, EmailChangeRequestDto, EmailChangeStateDto } from './email-change.dto';
import { EmailChangeLinks } from './email-change-links';
import { EmailChanges } from './email-changes';

const OWN = 'the own account';
const LINK = 'auth/links/:token/email-change';

/** Changing the e-mail address of one's own account. */
@ApiTags('me')
@Controller()
export class EmailChangeController {
  constructor(
    private readonly changes: EmailChanges,
    private readonly links: EmailChangeLinks,
  ) {}

  @Get('me/email-change')
  @ApiOperation({ operationId: 'getEmailChange', summary: 'Whether my address can be changed, and what waits' })
  @ApiOkResponse({ type: EmailChangeStateDto })
  @SignedIn(OWN)
  async state(): Promise<EmailChangeStateDto> {
    return present(EmailChangeStateDto, await this.changes.state());
  }

  @Post('me/email-change')
  @ApiOperation({
    operationId: 'askEmailChange',
    summary: 'Ask for another address; both mailboxes get a mail, and the answer says nothing about the new one',
  })
  @ApiCreatedResponse({ type: EmailChangeStateDto })
  @SignedIn(OWN, { recentLogin: '5m', for: 'factor', event: 'user.email_change_asked' })
  async ask(@Body() input: EmailChangeRequestDto): Promise<EmailChangeStateDto> {
    return present(EmailChangeStateDto, await this.changes.ask(input.email));
  }

  @Delete('me/email-change')
  @HttpCode(204)
  @ApiOperation({ operationId: 'cancelEmailChange', summary: 'Cancel the change I have asked for' })
  @SignedIn(OWN, { event: 'user.email_change_cancelled' })
  cancel(): Promise<void> {
    return this.changes.cancel();
  }

  @Get(LINK)
  @ApiOperation({ operationId: 'getEmailChangeLink', summary: 'What a link about a change of address is for' })
  @ApiOkResponse({ type: EmailChangeLinkDto })
  @Public('the link is the proof')
  async look(@Param('token') token: string): Promise<EmailChangeLinkDto> {
    return present(EmailChangeLinkDto, await this.links.look(token));
  }

  @Post(LINK)
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmEmailChange', summary: 'Confirm my new address with the link it got' })
  @SignedIn(OWN, { event: 'user.email_changed' })
  confirm(@Param('token') token: string): Promise<void> {
    return this.links.confirm(token);
  }

  @Delete(LINK)
  @HttpCode(204)
  @ApiOperation({ operationId: 'stopEmailChange', summary: 'Stop a change with the link the old address got' })
  @Public('the link is the proof', { event: 'user.email_change_cancelled' })
  stop(@Param('token') token: string): Promise<void> {
    return this.links.stop(token);
  }
}
