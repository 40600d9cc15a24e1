import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizePlatform } from '../../../platform/authorize';
import { UnitOfWork } from '../../../platform/database';
import { OwnUnitOfWork, readPrefer, readUpload, type Upload } from '../../../platform/http';
import { JobFiles, Jobs } from '../../../platform/jobs';
import { JobAnswers, JobDto } from '../../jobs';
import { ModelImportReportDto } from './model-import.dto';
import { importModels } from './model-import.job';
import { ModelImportService } from './model-import.service';

const MAX_BYTES = 50 * 1024 * 1024;

/** Device-type libraries. */
@ApiTags('models')
@Controller('models')
export class ModelImportController {
  constructor(
    private readonly imports: ModelImportService,
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly files: JobFiles,
    private readonly answers: JobAnswers,
  ) {}

  @Post('import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importModels',
    summary: 'Import a device-type library (zip) or one device file (YAML)',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, dryRun: { type: 'string', enum: ['true', 'false'] } },
    },
  })
  @ApiHeader({ name: 'Prefer', required: false, description: 'respond-async: answer 202 with a job that does it.' })
  @ApiOkResponse({ type: ModelImportReportDto })
  @ApiAcceptedResponse({ type: JobDto, description: 'A job does it; its result is a ModelImportReport.' })
  @AuthorizePlatform('the catalogue is shared by all clients', { event: 'model.created' })
  @OwnUnitOfWork()
  async import(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModelImportReportDto | JobDto> {
    const { respondAsync } = readPrefer(request.headers['prefer'] as string | undefined);
    const upload = await readUpload(request, MAX_BYTES);
    if (!respondAsync) return this.work.run(() => this.imports.importUpload(upload));
    return this.answers.accepted(await this.work.run(() => this.later(upload)), reply);
  }

  private async later({ filename, content, fields }: Upload): Promise<string> {
    const input = { filename, dryRun: fields['dryRun'] === 'true' };
    const { id } = await this.jobs.enqueue(importModels, input, { subject: filename });
    await this.files.keep(id, content);
    return id;
  }
}
