import { Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authorize } from '../../platform/authorize';
import { OwnUnitOfWork, RecordId, readUpload } from '../../platform/http';
import { LARGEST_LOGO_BYTES } from './logo-picture';
import { OrganisationDto } from './organisation.dto';
import { OrganisationLogos } from './organisation-logo.service';

const FILE = {
  schema: { type: 'object' as const, required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** The picture an organisation is known by. */
@ApiTags('organisations')
@Controller('organisations/:id/logo')
export class OrganisationLogoController {
  constructor(private readonly logos: OrganisationLogos) {}

  @Get()
  @ApiOperation({ operationId: 'readOrganisationLogo', summary: 'The logo, at most 256 points a side' })
  @ApiProduces('image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Authorize('org.read')
  async read(
    @Param('id', RecordId) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { picture, tag } = await this.logos.find(id);
    const etag = `"${tag}"`;
    // Kept by the browser and asked for again each time: whoever lost the right to see it gets 404, not the copy.
    void reply.header('etag', etag).header('cache-control', 'private, no-cache').type('image/png');
    if (request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
    await reply.header('content-disposition', 'inline; filename="logo.png"').send(picture);
  }

  @Put()
  @OwnUnitOfWork()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ operationId: 'putOrganisationLogo', summary: 'Give the organisation a logo: PNG, JPEG or WebP' })
  @ApiOkResponse({ type: OrganisationDto })
  @Authorize('org.update', { event: 'organisation.updated' })
  async put(@Param('id', RecordId) id: string, @Req() request: FastifyRequest): Promise<OrganisationDto> {
    const { content } = await readUpload(request, LARGEST_LOGO_BYTES);
    return this.logos.put(id, content);
  }

  @Delete()
  @ApiOperation({ operationId: 'removeOrganisationLogo', summary: 'Go back to initials and colour' })
  @ApiOkResponse({ type: OrganisationDto })
  @Authorize('org.update', { event: 'organisation.updated' })
  remove(@Param('id', RecordId) id: string): Promise<OrganisationDto> {
    return this.logos.remove(id);
  }
}
