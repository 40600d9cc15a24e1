import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { NeverStored, RecordId } from '../../../platform/http';
import { LinkHandoverDto } from '../links/invitation.dto';
import type { SignInRules } from '../sign-in/sign-in-settings';
import { SelfGrants } from './self-grant.service';
import { SignInRulesService } from './sign-in-rules.service';
import { UserService } from './user.service';
import { SelfGrantDto, SignInRulesDto, SignInRulesUpdateDto } from './user.dto';
import { FRESH, WHY } from './user.resource';

/** What platform administrators do with accounts beside reading and changing them, and the sign-in rules. */
@ApiTags('users')
@Controller()
export class UserAdminController {
  constructor(
    private readonly users: UserService,
    private readonly grants: SelfGrants,
    private readonly rules: SignInRulesService,
  ) {}

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
