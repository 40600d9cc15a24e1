import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Authorize, SignedIn } from '../../../platform/authorize';
import { NeverStored, RecordId } from '../../../platform/http';
import { ApiKeyCreateDto, ApiKeyDto, ApiKeyRotationDto, IssuedApiKeyDto, ReachingApiKeyDto } from './api-key.dto';
import { ApiKeyIssue } from './api-key-issue.service';
import { ApiKeyLife } from './api-key-life.service';
import { FRESH } from './api-key.resource';
import { OwnApiKeyDto } from './own-key.dto';
import { OwnKeys } from './own-keys.service';
import { ReachingKeys } from './reaching-keys.service';

const OWN = 'keys one made oneself';

/** Making, rotating and stopping keys. */
@ApiTags('api-keys')
@Controller()
export class ApiKeyController {
  constructor(
    private readonly issue: ApiKeyIssue,
    private readonly life: ApiKeyLife,
    private readonly reaching: ReachingKeys,
    private readonly own: OwnKeys,
  ) {}

  @Post('api-keys')
  @NeverStored()
  @ApiOperation({ operationId: 'createApiKey', summary: 'Make an API key; its secret is in this answer only' })
  @ApiCreatedResponse({ type: IssuedApiKeyDto })
  @Authorize('apikey.manage', { ...FRESH, event: 'api_key.created' })
  create(@Body() input: ApiKeyCreateDto): Promise<IssuedApiKeyDto> {
    return this.issue.create(input);
  }

  @Post('api-keys/:id/rotate')
  @HttpCode(200)
  @NeverStored()
  @ApiOperation({ operationId: 'rotateApiKey', summary: 'Make a new secret; the old one goes on for some hours' })
  @ApiOkResponse({ type: IssuedApiKeyDto })
  @Authorize('apikey.manage', { ...FRESH, event: 'api_key.rotated' })
  rotate(@Param('id', RecordId) id: string, @Body() input: ApiKeyRotationDto): Promise<IssuedApiKeyDto> {
    return this.issue.rotate(id, input);
  }

  @Post('api-keys/:id/suspend')
  @HttpCode(200)
  @ApiOperation({ operationId: 'suspendApiKey', summary: 'Stop a key for a while' })
  @ApiOkResponse({ type: ApiKeyDto })
  @Authorize('apikey.manage', { event: 'api_key.suspended' })
  suspend(@Param('id', RecordId) id: string): Promise<object> {
    return this.life.suspend(id);
  }

  @Post('api-keys/:id/resume')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeApiKey', summary: 'Let a suspended key work again' })
  @ApiOkResponse({ type: ApiKeyDto })
  @Authorize('apikey.manage', { ...FRESH, event: 'api_key.resumed' })
  resume(@Param('id', RecordId) id: string): Promise<object> {
    return this.life.resume(id);
  }

  @Post('api-keys/:id/revoke')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeApiKey', summary: 'End a key for good' })
  @ApiOkResponse({ type: ApiKeyDto })
  @Authorize('apikey.manage', { event: 'api_key.revoked' })
  revoke(@Param('id', RecordId) id: string): Promise<object> {
    return this.life.revoke(id);
  }

  @Get('api-keys/reaching')
  @ApiOperation({
    operationId: 'listReachingApiKeys',
    summary: 'Keys other organisations manage that reach into yours',
  })
  @ApiQuery({ name: 'org', required: false, type: String, description: 'Organisation id or slug.' })
  @ApiOkResponse({ type: ReachingApiKeyDto, isArray: true })
  @Authorize('apikey.manage')
  listReaching(): Promise<ReachingApiKeyDto[]> {
    return this.reaching.list();
  }

  @Post('api-keys/:id/cut-off')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'cutOffApiKey',
    summary: 'Take your organisation out of a key that another one manages',
  })
  @ApiQuery({ name: 'org', required: false, type: String, description: 'Organisation id or slug.' })
  @Authorize('apikey.manage', { event: 'api_key.cut_off' })
  cutOff(@Param('id', RecordId) id: string): Promise<void> {
    return this.reaching.cutOff(id);
  }

  @Get('me/api-keys')
  @ApiOperation({ operationId: 'listOwnApiKeys', summary: 'The keys I made' })
  @ApiOkResponse({ type: OwnApiKeyDto, isArray: true })
  @SignedIn(OWN)
  listOwn(): Promise<OwnApiKeyDto[]> {
    return this.own.list();
  }

  @Post('me/api-keys/:id/revoke')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeOwnApiKey', summary: 'End a key of mine for good' })
  @SignedIn(OWN, { event: 'api_key.revoked' })
  revokeOwn(@Param('id', RecordId) id: string): Promise<void> {
    return this.life.revokeOwn(id);
  }
}
