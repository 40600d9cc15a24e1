import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { Authorize } from '../../../platform/authorize';
import { NeverStored, RecordId } from '../../../platform/http';
import { LinkHandoverDto } from '../links/invitation.dto';
import { OpenInvitationDto } from './open-invitation.dto';
import { OpenInvitations } from './open-invitations';

const FRESH = { recentLogin: '10m', for: 'roles' } as const;
const ORG = { name: 'org', required: false, type: String, description: 'Only in this organisation (id or slug).' };

/** Invitations nobody has accepted yet. */
@ApiTags('auth')
@Controller('invitations')
export class OpenInvitationController {
  constructor(private readonly invitations: OpenInvitations) {}

  @Get()
  @ApiOperation({
    operationId: 'listInvitations',
    summary: 'Who is invited and has not accepted yet, also where the link has run out',
  })
  @ApiOkResponse({ type: OpenInvitationDto, isArray: true })
  @ApiQuery(ORG)
  @Authorize('member.manage')
  async list(): Promise<OpenInvitationDto[]> {
    return (await this.invitations.list()).map((one) => present(OpenInvitationDto, one));
  }

  @Post(':id/send')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'sendInvitation', summary: 'Send a new link; the one before stops working' })
  @ApiOkResponse({ type: LinkHandoverDto })
  @ApiQuery(ORG)
  @Authorize('member.manage', { ...FRESH, event: 'invitation.sent' })
  send(@Param('id', RecordId) id: string): Promise<LinkHandoverDto> {
    return this.invitations.send(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawInvitation', summary: 'Take the waiting roles back' })
  @ApiQuery(ORG)
  @Authorize('member.manage', { ...FRESH, event: 'invitation.withdrawn' })
  withdraw(@Param('id', RecordId) id: string): Promise<void> {
    return this.invitations.withdraw(id);
  }
}
