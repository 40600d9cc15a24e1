import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../../../platform/authorize';
import { NeverStored, OwnUnitOfWork } from '../../../platform/http';
import { SECOND_FACTOR_COOKIE } from '../sessions/session-cookies';
import {
  SecondFactorDto,
  SecondFactorWaysDto,
  SignInDto,
  SignInStateDto,
  StepUpDto,
  StepUpWaysDto,
  TokenPairDto,
  TokenRenewalDto,
  TokenRequestDto,
} from './sign-in.dto';
import { FirstStep } from './first-step';
import { SignInFlow } from './sign-in.flow';

/** Signing in and out. */
@ApiTags('auth')
@Controller('auth')
export class SignInController {
  constructor(
    private readonly flow: SignInFlow,
    private readonly first: FirstStep,
  ) {}

  @Post('login')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in with e-mail and password' })
  @ApiOkResponse({ type: SignInStateDto })
  @Public('the way in', { event: 'session.signed_in' })
  login(@Body() input: SignInDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignInStateDto> {
    return this.first.take(input, reply);
  }

  @Get('second-factor')
  @NeverStored()
  @ApiOperation({ operationId: 'secondFactorWays', summary: 'What may finish the sign-in that was begun' })
  @ApiOkResponse({ type: SecondFactorWaysDto })
  @Public('for whoever has shown their password just now')
  ways(@Req() request: FastifyRequest): Promise<SecondFactorWaysDto> {
    return this.flow.ways(cookie(request, SECOND_FACTOR_COOKIE));
  }

  @Post('totp')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({
    operationId: 'signInWithCode',
    summary: 'Finish signing in with a one-time code, a recovery code or a passkey',
  })
  @ApiOkResponse({ type: SignInStateDto })
  @Public('the second step of the way in', { event: 'session.signed_in' })
  totp(
    @Body() input: SecondFactorDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStateDto> {
    return this.flow.secondFactor(input, cookie(request, SECOND_FACTOR_COOKIE), reply);
  }

  @Post('refresh')
  @HttpCode(204)
  @NeverStored()
  @ApiOperation({ operationId: 'refreshSession', summary: 'Renew the browser session' })
  @Public('the access cookie may have run out')
  refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.flow.refresh(cookie(request, '__Host-rt'), reply);
  }

  @Post('logout')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'End this session' })
  @SignedIn('ends the own session', { enrolment: true, sight: true, event: 'session.signed_out' })
  logout(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.flow.leave(reply);
  }

  @Get('step-up/:class')
  @NeverStored()
  @ApiOperation({ operationId: 'stepUpWays', summary: 'What may prove again who you are, for one class of act' })
  @ApiOkResponse({ type: StepUpWaysDto })
  @SignedIn('tells of the own account')
  stepUpWays(@Param('class') className: string): Promise<StepUpWaysDto> {
    return this.flow.stepUpWays(className);
  }

  @Post('step-up')
  @HttpCode(204)
  @NeverStored()
  @ApiOperation({ operationId: 'stepUp', summary: 'Prove again who you are, for one class of act' })
  @SignedIn('proves the own identity', { event: 'session.stepped_up' })
  stepUp(@Body() input: StepUpDto): Promise<void> {
    return this.flow.stepUp(input);
  }

  @Post('token')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'issueToken', summary: 'Bearer tokens for an API client' })
  @ApiOkResponse({ type: TokenPairDto })
  @Public('the way in for API clients', { event: 'session.signed_in' })
  token(@Body() input: TokenRequestDto): Promise<TokenPairDto> {
    return this.flow.token(input);
  }

  @Post('token/refresh')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'renewToken', summary: 'Renew bearer tokens' })
  @ApiOkResponse({ type: TokenPairDto })
  @Public('the access token may have run out')
  renew(@Body() input: TokenRenewalDto): Promise<TokenPairDto> {
    return this.flow.renewToken(input.refreshToken);
  }
}

function cookie(request: FastifyRequest, name: string): string | undefined {
  return (request as { cookies?: Record<string, string | undefined> }).cookies?.[name];
}
