import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { SignedIn } from '../../../platform/authorize';
import { NeverStored, RecordId } from '../../../platform/http';
import { SessionDto } from '../sessions/session.dto';
import { Sessions } from '../sessions/sessions';
import { Account } from './account.service';
import { AccountFactors } from './account-factors';
import { KeyMeDto } from './key-me.dto';
import {
  MeDto,
  PasswordChangeDto,
  PreferencesDto,
  RecoveryCodesDto,
  TotpConfirmationDto,
  TotpEnrolmentDto,
} from './me.dto';

const OWN = 'the own account';

/** One's own account, sessions and second factor. */
@ApiTags('me')
@Controller()
export class AccountController {
  constructor(
    private readonly account: Account,
    private readonly factors: AccountFactors,
    private readonly sessions: Sessions,
  ) {}

  @Get('me')
  @ApiOperation({
    operationId: 'getMe',
    summary: 'Who is signed in, and what they may do where; an API key learns its scopes, organisations and limits',
  })
  @ApiExtraModels(MeDto, KeyMeDto)
  @ApiOkResponse({ schema: { oneOf: [{ $ref: getSchemaPath(MeDto) }, { $ref: getSchemaPath(KeyMeDto) }] } })
  @SignedIn(OWN, { enrolment: true, keys: true })
  me(): Promise<MeDto | KeyMeDto> {
    return this.account.me();
  }

  @Patch('me/preferences')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'setPreferences',
    summary: 'Keep theme, columns, keys and favourites; parts that are not given stay',
  })
  @SignedIn(OWN)
  setPreferences(@Body() input: PreferencesDto): Promise<void> {
    return this.account.setPreferences(input.preferences);
  }

  @Get('auth/sessions')
  @ApiOperation({ operationId: 'listSessions', summary: 'My running sessions' })
  @ApiOkResponse({ type: SessionDto, isArray: true })
  @SignedIn(OWN)
  async list(): Promise<SessionDto[]> {
    return (await this.sessions.list()).map((session) => present(SessionDto, session));
  }

  @Delete('auth/sessions/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'End one of my sessions' })
  @SignedIn(OWN, { event: 'session.revoked' })
  end(@Param('id', RecordId) id: string): Promise<void> {
    return this.sessions.end(id);
  }

  @Delete('auth/sessions')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'End all my other sessions' })
  @SignedIn(OWN, { event: 'session.others_revoked' })
  endOthers(): Promise<void> {
    return this.sessions.endOthers();
  }

  @Post('auth/password')
  @HttpCode(204)
  @NeverStored()
  @ApiOperation({ operationId: 'changePassword', summary: 'Change my password' })
  @SignedIn(OWN, { event: 'user.password_changed' })
  changePassword(@Body() input: PasswordChangeDto): Promise<void> {
    return this.account.changePassword(input);
  }

  @Post('auth/totp/enrolment')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'beginTotp', summary: 'Start setting up a one-time code' })
  @ApiOkResponse({ type: TotpEnrolmentDto })
  @SignedIn(OWN, { enrolment: true, recentLogin: '5m', for: 'factor' })
  begin(): Promise<TotpEnrolmentDto> {
    return this.factors.begin();
  }

  @Post('auth/totp/enrolment/confirm')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'confirmTotp', summary: 'Confirm with two consecutive codes' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @SignedIn(OWN, { enrolment: true, event: 'user.totp_enrolled' })
  async confirm(@Body() input: TotpConfirmationDto): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.factors.confirm(input.codes) };
  }

  @Post('auth/recovery-codes')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'Replace my recovery codes' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @SignedIn(OWN, { recentLogin: '5m', for: 'factor', event: 'user.recovery_codes_renewed' })
  async newRecoveryCodes(): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.factors.newRecoveryCodes() };
  }
}
