import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authorize, Public } from '../../../platform/authorize';
import { NeverStored } from '../../../platform/http';
import { InvitationDto, InvitationResultDto, LinkAcceptanceDto, LinkFactsDto, ResetRequestDto } from './invitation.dto';
import { Invitations } from './invitations';
import { ResetRequests } from './reset-requests';

/** Invitations and reset links. */
@ApiTags('auth')
@Controller()
export class LinksController {
  constructor(
    private readonly invitations: Invitations,
    private readonly resets: ResetRequests,
  ) {}

  @Post('invitations')
  @NeverStored()
  @ApiOperation({ operationId: 'invite', summary: 'Invite a person into an organisation' })
  @ApiCreatedResponse({ type: InvitationResultDto })
  @Authorize('member.manage', { recentLogin: '10m', for: 'roles', event: 'membership.created' })
  invite(@Body() input: InvitationDto): Promise<InvitationResultDto> {
    return this.invitations.invite(input);
  }

  @Post('auth/reset-requests')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestReset', summary: 'Ask for a reset link by mail; the answer is always the same' })
  @Public('for people who forgot their password')
  async requestReset(@Body() input: ResetRequestDto): Promise<void> {
    await this.resets.ask(input.email);
  }

  @Get('auth/links/:token')
  @ApiOperation({ operationId: 'getLink', summary: 'What a link is for' })
  @ApiOkResponse({ type: LinkFactsDto })
  @Public('the link is the proof')
  look(@Param('token') token: string): Promise<LinkFactsDto> {
    return this.invitations.look(token);
  }

  @Post('auth/links/:token')
  @HttpCode(204)
  @NeverStored()
  @ApiOperation({ operationId: 'acceptLink', summary: 'Accept an invitation or set a new password' })
  @Public('the link is the proof', { event: 'user.invitation_accepted' })
  accept(@Param('token') token: string, @Body() input: LinkAcceptanceDto): Promise<void> {
    return this.invitations.accept(token, input);
  }
}
