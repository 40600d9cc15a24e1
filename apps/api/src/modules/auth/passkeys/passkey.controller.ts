import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../../../platform/authorize';
import { NeverStored, RecordId } from '../../../platform/http';
import { SignInStateDto } from '../sign-in/sign-in.dto';
import { PasskeyAsking } from './passkey-asking';
import { PasskeySignIn } from './passkey-sign-in';
import { PasskeyAdditionDto, PasskeyDto, PasskeyOptionsDto, PasskeySignInDto, PasskeyUpdateDto } from './passkey.dto';
import { Passkeys } from './passkeys.service';

const OWN = 'the own account';
const FRESH = { recentLogin: '5m', for: 'factor' } as const;

/** Passkeys: those of one's own account, and signing in with one. */
@ApiTags('passkeys')
@Controller()
export class PasskeyController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly asking: PasskeyAsking,
    private readonly signingIn: PasskeySignIn,
  ) {}

  @Get('me/passkeys')
  @ApiOperation({ operationId: 'listPasskeys', summary: 'My passkeys' })
  @ApiOkResponse({ type: PasskeyDto, isArray: true })
  @SignedIn(OWN)
  async list(): Promise<PasskeyDto[]> {
    return (await this.passkeys.list()).map((one) => present(PasskeyDto, one));
  }

  @Post('me/passkeys/enrolment')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'beginPasskey', summary: 'Start adding a passkey' })
  @ApiOkResponse({ type: PasskeyOptionsDto })
  @SignedIn(OWN, { ...FRESH, enrolment: true })
  begin(): Promise<PasskeyOptionsDto> {
    return this.asking.enrol();
  }

  @Post('me/passkeys')
  @ApiOperation({ operationId: 'addPasskey', summary: 'Add the passkey the device has made' })
  @ApiCreatedResponse({ type: PasskeyDto })
  @SignedIn(OWN, { ...FRESH, enrolment: true, event: 'user.passkey_added' })
  async add(@Body() input: PasskeyAdditionDto): Promise<PasskeyDto> {
    return present(PasskeyDto, await this.passkeys.add(input));
  }

  @Patch('me/passkeys/:id')
  @ApiOperation({ operationId: 'renamePasskey', summary: 'Rename a passkey of mine' })
  @ApiOkResponse({ type: PasskeyDto })
  @SignedIn(OWN, { ...FRESH, event: 'user.passkey_renamed' })
  async rename(@Param('id', RecordId) id: string, @Body() input: PasskeyUpdateDto): Promise<PasskeyDto> {
    return present(PasskeyDto, await this.passkeys.rename(id, input.name));
  }

  @Delete('me/passkeys/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removePasskey', summary: 'Remove a passkey of mine' })
  @SignedIn(OWN, { ...FRESH, event: 'user.passkey_removed' })
  remove(@Param('id', RecordId) id: string): Promise<void> {
    return this.passkeys.remove(id);
  }

  @Post('me/passkeys/challenge')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({
    operationId: 'challengeOwnPasskey',
    summary: 'What one of my passkeys has to sign, for a fresh proof',
  })
  @ApiOkResponse({ type: PasskeyOptionsDto })
  @SignedIn(OWN)
  prove(): Promise<PasskeyOptionsDto> {
    return this.asking.prove();
  }

  @Post('auth/passkeys/challenge')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'challengePasskey', summary: 'What a passkey has to sign, to sign in' })
  @ApiOkResponse({ type: PasskeyOptionsDto })
  @Public('the first step of the way in; it says nothing about any account')
  challenge(): Promise<PasskeyOptionsDto> {
    return this.asking.signIn();
  }

  @Post('auth/passkeys/sign-in')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'signInWithPasskey', summary: 'Sign in with a passkey alone' })
  @ApiOkResponse({ type: SignInStateDto })
  @Public('the way in', { event: 'session.signed_in' })
  async signIn(
    @Body() input: PasskeySignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStateDto> {
    return { state: await this.signingIn.enter(input.passkey, reply) };
  }
}
