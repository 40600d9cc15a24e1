import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../../../platform/authorize';
import { NeverStored, OwnUnitOfWork, RecordId } from '../../../platform/http';
import {
  ConnectionLookupDto,
  ConnectionLookupRequestDto,
  ConnectionSignInDto,
  OfferedConnectionDto,
  OwnConnectionDto,
  ProviderAddressDto,
  ProviderStepUpDto,
  SignOutAddressDto,
} from './entering.dto';
import { OfferedConnections } from './offered-connections';
import { SignInDeparture } from './sign-in-departure';

const OWN = 'the own session';

/** Signing in through a connection, whatever it speaks. */
@ApiTags('auth')
@Controller('auth')
export class EnteringController {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly departure: SignInDeparture,
  ) {}

  @Get('connections')
  @ApiOperation({ operationId: 'listOfferedConnections', summary: 'What the sign-in page offers' })
  @ApiOkResponse({ type: OfferedConnectionDto, isArray: true })
  @Public('asked before anybody is signed in')
  list(): Promise<OfferedConnectionDto[]> {
    return this.offered.list();
  }

  @Post('connections/lookup')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'lookUpConnection',
    summary: 'The connection of an e-mail domain; tells nothing of accounts',
  })
  @ApiOkResponse({ type: ConnectionLookupDto })
  @Public('asked before anybody is signed in')
  lookup(@Body() { email }: ConnectionLookupRequestDto): Promise<ConnectionLookupDto> {
    return this.offered.lookup(email);
  }

  @Post('connections/:id/start')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'startConnectionSignIn', summary: 'Sign in through a connection: where to go' })
  @ApiOkResponse({ type: ProviderAddressDto })
  @Public('the way in')
  start(
    @Param('id', RecordId) id: string,
    @Body() input: ConnectionSignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddressDto> {
    return this.departure.signIn(id, input.returnTo, reply);
  }

  @Get('own-connection')
  @ApiOperation({ operationId: 'getOwnConnection', summary: 'The connection this session came in through' })
  @ApiOkResponse({ type: OwnConnectionDto })
  @SignedIn(OWN)
  own(): Promise<OwnConnectionDto> {
    return this.departure.own();
  }

  @Post('own-connection/step-up')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'stepUpAtProvider', summary: 'Prove again who you are, at the provider: where to go' })
  @ApiOkResponse({ type: ProviderAddressDto })
  @SignedIn(OWN)
  stepUp(
    @Body() input: ProviderStepUpDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddressDto> {
    return this.departure.stepUp(input.class, reply);
  }

  @Get('own-connection/sign-out')
  @ApiOperation({ operationId: 'getSignOutAddress', summary: 'Where to sign out at the provider as well' })
  @ApiOkResponse({ type: SignOutAddressDto })
  @SignedIn(OWN, { enrolment: true })
  signOut(@Res({ passthrough: true }) reply: FastifyReply): Promise<SignOutAddressDto> {
    void reply.header('cache-control', 'no-store');
    return this.departure.signOut();
  }
}
