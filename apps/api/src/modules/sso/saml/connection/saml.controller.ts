import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuthorizePlatform, Public } from '../../../../platform/authorize';
import { OwnUnitOfWork, RecordId, readUpload } from '../../../../platform/http';
import { FRESH, WHY } from '../../connections/sign-in-connection.resource';
import { METADATA_LIMITS } from '../metadata/metadata.limits';
import { MetadataImport } from './metadata-import';
import { SamlMetadataAddressDto, SamlMetadataImportDto } from './metadata-import.dto';
import { OwnMetadata } from './own-metadata.service';

/** Metadata of both sides. */
@ApiTags('sign-in-connections')
@Controller()
export class SamlController {
  constructor(
    private readonly imports: MetadataImport,
    private readonly own: OwnMetadata,
  ) {}

  @Post('sign-in-connections/:id/saml-metadata')
  @HttpCode(200)
  @ApiOperation({ operationId: 'uploadSamlMetadata', summary: 'Fill a SAML connection from a metadata file' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, entityId: { type: 'string' } },
    },
  })
  @ApiOkResponse({ type: SamlMetadataImportDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.updated' })
  @OwnUnitOfWork()
  async upload(@Param('id', RecordId) id: string, @Req() request: FastifyRequest): Promise<SamlMetadataImportDto> {
    const { content, fields } = await readUpload(request, METADATA_LIMITS.bytes);
    return this.imports.fromFile(id, content.toString('utf8'), fields['entityId']);
  }

  @Post('sign-in-connections/:id/saml-metadata/fetch')
  @HttpCode(200)
  @ApiOperation({ operationId: 'fetchSamlMetadata', summary: 'Fill a SAML connection from metadata behind an address' })
  @ApiOkResponse({ type: SamlMetadataImportDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.updated' })
  @OwnUnitOfWork()
  fetch(@Param('id', RecordId) id: string, @Body() input: SamlMetadataAddressDto): Promise<SamlMetadataImportDto> {
    return this.imports.fromAddress(id, input);
  }

  @Get('auth/sso/:id/saml/metadata')
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="client-st0r-metadata.xml"')
  @ApiOperation({ operationId: 'getSamlMetadata', summary: 'Our metadata for one connection, for its provider' })
  @ApiProduces('application/samlmetadata+xml')
  @ApiOkResponse({ description: 'The metadata.', schema: { type: 'string' } })
  @Public('a provider reads it; addresses and certificates are no secret')
  metadata(@Param('id', RecordId) id: string): Promise<string> {
    return this.own.of(id);
  }
}
