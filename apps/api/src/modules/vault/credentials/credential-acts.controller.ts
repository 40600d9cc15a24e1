import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authorize } from '../../../platform/authorize';
import { NeverStored, RecordId } from '../../../platform/http';
import { CredentialActs } from './credential-acts.service';
import {
  CredentialCodeDto,
  CredentialDto,
  CredentialRevealDto,
  CredentialSecretDto,
  CredentialVersionDto,
} from './credential.dto';
import { CredentialVersions } from './credential-versions.service';
import { VersionNumber } from './version-number.pipe';

const PROOF = { recentLogin: '15m', for: 'reveal' } as const;

/** The acts on a credential that no list or page performs. REST only: GraphQL and keys never see a secret. */
@ApiTags('credentials')
@Controller('credentials/:id')
export class CredentialActsController {
  constructor(
    private readonly acts: CredentialActs,
    private readonly history: CredentialVersions,
  ) {}

  @Post('fields/:field/reveal')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({ operationId: 'revealCredentialField', summary: 'Reveal one secret of a credential' })
  @ApiBody({ type: CredentialRevealDto, required: false })
  @ApiOkResponse({ type: CredentialSecretDto })
  @Authorize('vault.secret.reveal', { ...PROOF, event: 'credential.revealed' })
  reveal(
    @Param('id', RecordId) id: string,
    @Param('field') field: string,
    @Body() body?: CredentialRevealDto,
  ): Promise<CredentialSecretDto> {
    return this.acts.take('revealed', { id, field, ...body });
  }

  @Post('fields/:field/copy')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({ operationId: 'copyCredentialField', summary: 'Take one secret of a credential to the clipboard' })
  @ApiBody({ type: CredentialRevealDto, required: false })
  @ApiOkResponse({ type: CredentialSecretDto })
  @Authorize('vault.secret.reveal', { ...PROOF, event: 'credential.copied' })
  copy(
    @Param('id', RecordId) id: string,
    @Param('field') field: string,
    @Body() body?: CredentialRevealDto,
  ): Promise<CredentialSecretDto> {
    return this.acts.take('copied', { id, field, ...body });
  }

  @Post('totp')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({ operationId: 'useCredentialCode', summary: 'The one-time code of this moment, without its seed' })
  @ApiBody({ type: CredentialRevealDto, required: false })
  @ApiOkResponse({ type: CredentialCodeDto })
  @Authorize('vault.totp.use', { ...PROOF, event: 'credential.totp_used' })
  code(@Param('id', RecordId) id: string, @Body() body?: CredentialRevealDto): Promise<CredentialCodeDto> {
    return this.acts.code({ id, ...body });
  }

  @Get('versions')
  @ApiOperation({ operationId: 'listCredentialVersions', summary: 'Who changed which fields when; never values' })
  @ApiOkResponse({ type: CredentialVersionDto, isArray: true })
  @Authorize('vault.item.read')
  versions(@Param('id', RecordId) id: string): Promise<CredentialVersionDto[]> {
    return this.history.list(id);
  }

  @Post('versions/:revision/fields/:field/reveal')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({ operationId: 'revealCredentialVersionField', summary: 'Reveal a secret as it was in an old version' })
  @ApiBody({ type: CredentialRevealDto, required: false })
  @ApiOkResponse({ type: CredentialSecretDto })
  @Authorize('vault.secret.reveal', { ...PROOF, event: 'credential.revealed' })
  revealOld(
    @Param('id', RecordId) id: string,
    @Param('revision', VersionNumber) revision: number,
    @Param('field') field: string,
    @Body() body?: CredentialRevealDto,
  ): Promise<CredentialSecretDto> {
    return this.acts.take('revealed', { id, field, revision, ...body });
  }

  @Post('versions/:revision/restore')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'restoreCredentialVersion', summary: 'Put the fields of an old version back' })
  @ApiOkResponse({ type: CredentialDto })
  @Authorize('vault.item.update', { ...PROOF, event: 'credential.reverted' })
  revert(@Param('id', RecordId) id: string, @Param('revision', VersionNumber) revision: number): Promise<object> {
    this.acts.requirePerson();
    return this.history.restore(id, revision);
  }
}
