import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuthorizePlatform } from '../../../platform/authorize';
import { UnitOfWork } from '../../../platform/database';
import { OwnUnitOfWork, readUpload } from '../../../platform/http';
import { ModelImportReportDto } from './model-import.dto';
import { ModelImportService } from './model-import.service';

const MAX_BYTES = 50 * 1024 * 1024;

/** Device-type libraries. */
@ApiTags('models')
@Controller('models')
export class ModelImportController {
  constructor(
    private readonly imports: ModelImportService,
    private readonly work: UnitOfWork,
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
  @ApiOkResponse({ type: ModelImportReportDto })
  @AuthorizePlatform('the catalogue is shared by all clients', { event: 'model.created' })
  @OwnUnitOfWork()
  async import(@Req() request: FastifyRequest): Promise<ModelImportReportDto> {
    const upload = await readUpload(request, MAX_BYTES);
    return this.work.run(() => this.imports.importUpload(upload));
  }
}
