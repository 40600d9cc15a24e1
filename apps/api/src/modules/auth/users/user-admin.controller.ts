import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { NeverStored, RecordId, versionFrom } from '../../../platform/http';
import { LinkHandoverDto } from '../links/invitation.dto';
import type { SignInRules } from '../sign-in/sign-in-settings';
import { SelfGrants } from './self-grant.service';
import { SignInRulesService } from './sign-in-rules.service';
import { UserAdmin } from './user-admin.service';
import { SelfGrantDto, SignInRulesDto, SignInRulesUpdateDto, UserDto, UserUpdateDto } from './user.dto';

const WHY = 'accounts and sign-in rules belong to the installation';
const FRESH = { recentLogin: '10m', for: 'users' } as const;

/** Accounts and sign-in rules, for platform administrators. */
@ApiTags('users')
@Controller()
export class UserAdminController {
  constructor(
    private readonly users: UserAdmin,
    private readonly grants: SelfGrants,
    private readonly rules: SignInRulesService,
  ) {}

  @Get('users')
  @ApiOperation({ operationId: 'listUsers', summary: 'People with accounts' })
  @ApiOkResponse({ type: UserDto, isArray: true })
  @AuthorizePlatform(WHY)
  list(): Promise<UserDto[]> {
    return this.users.list();
  }

  @Patch('users/:id')
  @ApiOperation({ operationId: 'updateUser', summary: 'Disable, enable or rename an account' })
  @ApiOkResponse({ type: UserDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.updated' })
  update(
    @Param('id', RecordId) id: string,
    @Body() input: UserUpdateDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<UserDto> {
    return this.users.update(id, input, versionFrom(ifMatch));
  }

  @Post('users/:id/reset-link')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'makeResetLink', summary: 'Send a new invitation or reset link' })
  @ApiOkResponse({ type: LinkHandoverDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.reset_link_made' })
  reset(@Param('id', RecordId) id: string): Promise<LinkHandoverDto> {
    return this.users.reset(id);
  }

  @Post('users/:id/reset-mfa')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resetMfa', summary: 'Take away a lost second factor' })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.mfa_reset' })
  resetMfa(@Param('id', RecordId) id: string): Promise<void> {
    return this.users.resetMfa(id);
  }

  @Post('self-grants')
  @HttpCode(204)
  @ApiOperation({ operationId: 'selfGrant', summary: 'Let yourself into an organisation, in the open' })
  @AuthorizePlatform('an announced act', { ...FRESH, event: 'membership.self_granted' })
  enter(@Body() input: SelfGrantDto): Promise<void> {
    return this.grants.enter(input);
  }

  @Get('settings/sign-in')
  @ApiOperation({ operationId: 'getSignInRules', summary: 'Session limits and second-factor rule' })
  @ApiOkResponse({ type: SignInRulesDto })
  @AuthorizePlatform(WHY)
  readRules(): Promise<SignInRules> {
    return this.rules.read();
  }

  @Patch('settings/sign-in')
  @ApiOperation({ operationId: 'updateSignInRules', summary: 'Change session limits and second-factor rule' })
  @ApiOkResponse({ type: SignInRulesDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'setting.updated' })
  writeRules(@Body() input: SignInRulesUpdateDto): Promise<SignInRules> {
    return this.rules.write(input);
  }
}
