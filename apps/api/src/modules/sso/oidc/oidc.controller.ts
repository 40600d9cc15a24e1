import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../platform/authorize';
import { FormPost, NeverStored, OwnUnitOfWork, RecordId } from '../../../platform/http';
import { BackChannelLogout } from './backchannel-logout';
import { OidcReturn } from './oidc-return';

/** Where providers send people and logouts to. */
@ApiTags('auth')
@Controller('auth/sso')
export class OidcController {
  constructor(
    private readonly back: OidcReturn,
    private readonly logout: BackChannelLogout,
  ) {}

  @Get(':id/callback')
  @ApiExcludeEndpoint()
  @Public('the way back from a provider; the attempt in the cookie is the proof', { event: 'session.signed_in' })
  callback(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.back.handle(id, request, reply);
  }

  @Post(':id/backchannel-logout')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @FormPost('the provider itself calls; the signed logout token is the proof')
  @ApiExcludeEndpoint()
  @Public('the signed logout token is the proof', { event: 'session.ended_by_provider' })
  end(
    @Param('id', RecordId) id: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    return this.logout.handle(id, body?.['logout_token']);
  }
}
