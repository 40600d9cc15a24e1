import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuthorizePlatform, SignedIn } from '../../../platform/authorize';
import { NeverStored, OwnUnitOfWork, RecordId } from '../../../platform/http';
import { FRESH, WHY } from '../connections/sign-in-connection.resource';
import { ProviderAddressDto } from '../entering/entering.dto';
import { IdentityDto, IdentityLinkDto, MyIdentityDto, MyIdentityLinkDto } from './identity.dto';
import { IdentityAdmin } from './identity-admin';
import { OwnIdentities } from './own-identities';

const OWN = 'the own account';
const OWN_FRESH = { recentLogin: '5m', for: 'factor' } as const;

/** Whose identities are: one's own, and for administrators everybody's. */
@ApiTags('identities')
@Controller()
export class IdentityController {
  constructor(
    private readonly own: OwnIdentities,
    private readonly admin: IdentityAdmin,
  ) {}

  @Get('me/identities')
  @ApiOperation({ operationId: 'listMyIdentities', summary: 'Identities linked to my account' })
  @ApiOkResponse({ type: MyIdentityDto, isArray: true })
  @SignedIn(OWN)
  list(): Promise<MyIdentityDto[]> {
    return this.own.list();
  }

  @Post('me/identities')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'linkMyIdentity', summary: 'Link an identity at a connection: where to go' })
  @ApiOkResponse({ type: ProviderAddressDto })
  @SignedIn(OWN, { ...OWN_FRESH, event: 'user.identity_linked' })
  link(@Body() input: MyIdentityLinkDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProviderAddressDto> {
    return this.own.link(input.connectionId, reply);
  }

  @Delete('me/identities/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unlinkMyIdentity', summary: 'Unlink an identity from my account' })
  @SignedIn(OWN, { ...OWN_FRESH, event: 'user.identity_unlinked' })
  unlink(@Param('id', RecordId) id: string): Promise<void> {
    return this.own.unlink(id);
  }

  @Post('identities/:id/link')
  @HttpCode(200)
  @ApiOperation({ operationId: 'linkIdentity', summary: 'Say whose a waiting identity is' })
  @ApiOkResponse({ type: IdentityDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.identity_linked' })
  linkFor(@Param('id', RecordId) id: string, @Body() input: IdentityLinkDto): Promise<object> {
    return this.admin.link(id, input.userId);
  }

  @Post('identities/:id/unlink')
  @HttpCode(200)
  @ApiOperation({ operationId: 'unlinkIdentity', summary: 'Unlink an identity; its sessions and roles end' })
  @ApiOkResponse({ type: IdentityDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.identity_unlinked' })
  unlinkFor(@Param('id', RecordId) id: string): Promise<object> {
    return this.admin.unlink(id);
  }
}
