import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuthorizePlatform } from '../../../platform/authorize';
import { NeverStored, OwnUnitOfWork, RecordId } from '../../../platform/http';
import { GroupMappingCreateDto, GroupMappingDto } from '../mappings/group-mapping.dto';
import { GroupMappings } from '../mappings/group-mappings';
import { BreakGlass } from './break-glass';
import { BreakGlassAccountDto, BreakGlassChoiceDto } from './break-glass.dto';
import { ConnectionControl } from './connection-control';
import { ConnectionCheckDto, ConnectionTestDto, ConnectionTestStartDto } from './connection-test.dto';
import { ConnectionTrials } from './connection-trials';
import { ConnectionSecretDto, EnforcementDto, SignInConnectionDto } from './sign-in-connection.dto';
import { FRESH, WHY } from './sign-in-connection.resource';
import { SignInConnectionService } from './sign-in-connection.service';

/** Acts on a connection beside changing its record. */
@ApiTags('sign-in-connections')
@Controller('sign-in-connections')
export class ConnectionController {
  constructor(
    private readonly control: ConnectionControl,
    private readonly connections: SignInConnectionService,
    private readonly mappings: GroupMappings,
  ) {}

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOperation({ operationId: 'enableSignInConnection', summary: 'Let people in through a tested connection' })
  @ApiOkResponse({ type: SignInConnectionDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.updated' })
  enable(@Param('id', RecordId) id: string): Promise<object> {
    return this.control.enable(id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @ApiOperation({ operationId: 'disableSignInConnection', summary: 'Let nobody in, and end the sessions that came in' })
  @ApiOkResponse({ type: SignInConnectionDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.updated' })
  disable(@Param('id', RecordId) id: string): Promise<object> {
    return this.control.disable(id);
  }

  @Post(':id/secrets')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({
    operationId: 'storeConnectionSecret',
    summary: 'Store a secret of a connection; it is never shown again',
  })
  @ApiOkResponse({ type: SignInConnectionDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.secret_stored' })
  storeSecret(@Param('id', RecordId) id: string, @Body() input: ConnectionSecretDto): Promise<object> {
    return this.control.storeSecret(id, input);
  }

  @Post(':id/enforcement')
  @HttpCode(200)
  @ApiOperation({ operationId: 'enforceConnection', summary: 'Make a connection the only way in for an e-mail domain' })
  @ApiOkResponse({ type: SignInConnectionDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.enforced' })
  enforce(@Param('id', RecordId) id: string, @Body() input: EnforcementDto): Promise<object> {
    return this.control.enforce(id, input);
  }

  @Get(':id/mappings')
  @ApiOperation({ operationId: 'listGroupMappings', summary: 'Which groups give which roles' })
  @ApiOkResponse({ type: GroupMappingDto, isArray: true })
  @AuthorizePlatform(WHY)
  listMappings(@Param('id', RecordId) id: string): Promise<GroupMappingDto[]> {
    return this.mappings.list(id);
  }

  @Post(':id/mappings')
  @ApiOperation({ operationId: 'addGroupMapping', summary: 'Give a role to a group' })
  @ApiCreatedResponse({ type: GroupMappingDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.mapping.created' })
  async addMapping(@Param('id', RecordId) id: string, @Body() input: GroupMappingCreateDto): Promise<GroupMappingDto> {
    return this.mappings.add(await this.connections.entity(id), input);
  }

  @Delete(':id/mappings/:mapping')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'removeGroupMapping',
    summary: 'Take a role from a group, and from everybody this connection gave it to',
  })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.mapping.removed' })
  async removeMapping(@Param('id', RecordId) id: string, @Param('mapping', RecordId) mapping: string): Promise<void> {
    await this.mappings.remove(await this.connections.entity(id), mapping);
  }
}

/** Trying a connection out, before and after it is enabled. */
@ApiTags('sign-in-connections')
@Controller('sign-in-connections')
export class ConnectionTestController {
  constructor(private readonly trials: ConnectionTrials) {}

  @Post(':id/check')
  @HttpCode(200)
  @OwnUnitOfWork()
  @ApiOperation({
    operationId: 'checkSignInConnection',
    summary: 'Whether the provider is there and speaks what we expect',
  })
  @ApiOkResponse({ type: ConnectionCheckDto })
  @AuthorizePlatform(WHY)
  check(@Param('id', RecordId) id: string): Promise<ConnectionCheckDto> {
    return this.trials.check(id);
  }

  @Post(':id/tests')
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'startConnectionTest', summary: 'Test with a real sign-in that lets nobody in' })
  @ApiCreatedResponse({ type: ConnectionTestStartDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.tested' })
  start(
    @Param('id', RecordId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectionTestStartDto> {
    return this.trials.start(id, reply);
  }

  @Get(':id/tests/:test')
  @ApiOperation({ operationId: 'getConnectionTest', summary: 'What came of a test, for whoever started it' })
  @ApiOkResponse({ type: ConnectionTestDto })
  @AuthorizePlatform(WHY)
  outcome(
    @Param('id', RecordId) id: string,
    @Param('test', RecordId) test: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectionTestDto> {
    void reply.header('cache-control', 'no-store');
    return this.trials.outcome(id, test);
  }
}

/** Accounts that get in when no provider answers. */
@ApiTags('sign-in-connections')
@Controller('break-glass-accounts')
export class BreakGlassController {
  constructor(private readonly breakGlass: BreakGlass) {}

  @Get()
  @ApiOperation({ operationId: 'listBreakGlassAccounts', summary: 'Who is, or could be, a break-glass account' })
  @ApiOkResponse({ type: BreakGlassAccountDto, isArray: true })
  @AuthorizePlatform(WHY)
  list(): Promise<BreakGlassAccountDto[]> {
    return this.breakGlass.list();
  }

  @Post()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'chooseBreakGlassAccount',
    summary: 'Let an administrator always sign in with a password',
  })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.break_glass.chosen' })
  choose(@Body() { userId }: BreakGlassChoiceDto): Promise<void> {
    return this.breakGlass.choose(userId);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'dismissBreakGlassAccount', summary: 'No longer a break-glass account' })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.break_glass.dismissed' })
  dismiss(@Param('id', RecordId) id: string): Promise<void> {
    return this.breakGlass.dismiss(id);
  }
}
