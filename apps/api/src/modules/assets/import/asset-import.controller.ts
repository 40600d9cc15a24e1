import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authorize } from '../../../platform/authorize';
import { UnitOfWork } from '../../../platform/database';
import { OwnUnitOfWork, RecordId, readPrefer, readUpload } from '../../../platform/http';
import { JobAnswers, JobDto } from '../../jobs';
import { AssetImportDto, AssetImportPreviewDto, AssetImportResultDto } from './asset-import.dto';
import { AssetImportService } from './asset-import.service';

const MAX_BYTES = 25 * 1024 * 1024;

/** Assets from CSV files. */
@ApiTags('assets')
@Controller('assets/import')
export class AssetImportController {
  constructor(
    private readonly imports: AssetImportService,
    private readonly work: UnitOfWork,
    private readonly answers: JobAnswers,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewAssetImport', summary: 'Upload a CSV file and look at it' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'organisationId'],
      properties: { file: { type: 'string', format: 'binary' }, organisationId: { type: 'string', format: 'uuid' } },
    },
  })
  @ApiOkResponse({ type: AssetImportPreviewDto })
  @Authorize('asset.write')
  @OwnUnitOfWork()
  async preview(@Req() request: FastifyRequest): Promise<AssetImportPreviewDto> {
    const upload = await readUpload(request, MAX_BYTES);
    return this.work.run(() => this.imports.preview(upload));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'importAssets', summary: 'Import an uploaded file, or try it' })
  @ApiHeader({ name: 'Prefer', required: false, description: 'respond-async: answer 202 with a job that does it.' })
  @ApiOkResponse({ type: AssetImportResultDto })
  @ApiAcceptedResponse({ type: JobDto, description: 'A job does it; its result is an AssetImportResult.' })
  @Authorize('asset.write', { event: 'asset.imported' })
  async run(
    @Body() input: AssetImportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('prefer') prefer?: string,
  ): Promise<AssetImportResultDto | JobDto> {
    if (!readPrefer(prefer).respondAsync) return this.imports.run(input);
    return this.answers.accepted(await this.imports.later(input), reply);
  }

  @Get(':id/refused.csv')
  @ApiOperation({
    operationId: 'getRefusedAssetRows',
    summary: 'The refused rows of the last run, each with its reason',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The file.', schema: { type: 'string' } })
  @Authorize('asset.write', { rate: 'bulk' })
  async refused(@Param('id', RecordId) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { filename, csv } = await this.imports.refused(id);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${filename}"`)
      .send(csv);
  }
}
