import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../../platform/authorize';
import { FormPost, NeverStored, OwnUnitOfWork, RecordId } from '../../../../platform/http';
import { Knocks } from '../../entering/knocks';
import { moveOn } from '../../entering/interstitial';
import { SamlLogout } from '../logout/saml-logout';
import { SamlDeparture } from './saml-departure';
import { SamlReturn } from './saml-return';

const SIGNED = 'the signature of the provider is the proof';

/** Where SAML providers send people, answers and logouts to. */
@ApiTags('auth')
@Controller('auth/sso/:id/saml')
export class SamlEnteringController {
  constructor(
    private readonly departure: SamlDeparture,
    private readonly back: SamlReturn,
    private readonly logouts: SamlLogout,
    private readonly knocks: Knocks,
  ) {}

  @Get('leave')
  @ApiExcludeEndpoint()
  @Public('the way out to a provider; the attempt in the cookie is the proof')
  async leave(
    @Param('id', RecordId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.knocks.count('saml');
    return this.departure.page(id, request, reply);
  }

  @Post('acs')
  @ApiExcludeEndpoint()
  @NeverStored()
  @OwnUnitOfWork()
  @FormPost('a provider has the browser post its answer from its own page')
  @Public(SIGNED, { event: 'session.signed_in' })
  consume(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.back.handle(id, { request, body: fieldsOf(body) }, reply);
  }

  @Get('logout')
  @ApiExcludeEndpoint()
  @Public(SIGNED, { event: 'session.ended_by_provider' })
  async redirected(
    @Param('id', RecordId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.knocks.count('saml');
    return moveOn(reply, await this.logouts.handle(id, { query: request.url.split('?').slice(1).join('?') }));
  }

  @Post('logout')
  @ApiExcludeEndpoint()
  @NeverStored()
  @OwnUnitOfWork()
  @FormPost('a provider has the browser post its logout from its own page')
  @Public(SIGNED, { event: 'session.ended_by_provider' })
  async posted(
    @Param('id', RecordId) id: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.knocks.count('saml');
    return moveOn(reply, await this.logouts.handle(id, fieldsOf(body)));
  }
}

const FIELDS = ['SAMLRequest', 'SAMLResponse', 'RelayState'] as const;

/** The fields of SAML's form; a form is text, and one given twice was refused before. */
function fieldsOf(body: Record<string, unknown>): Partial<Record<(typeof FIELDS)[number], string>> {
  const given = FIELDS.filter((name) => typeof body?.[name] === 'string');
  return Object.fromEntries(given.map((name) => [name, body[name]]));
}
