import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Authorize } from '../../../platform/authorize';
import { AssetExportService } from './asset-export.service';

/** Assets as a file. */
@ApiTags('assets')
@Controller('assets')
export class AssetExportController {
  constructor(private readonly exports: AssetExportService) {}

  @Get('export')
  @ApiOperation({ operationId: 'exportAssets', summary: 'Exactly the assets of a list, as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The file.', schema: { type: 'string' } })
  @ApiQuery({ name: 'org', required: false, type: String })
  @ApiQuery({ name: 'lossless', required: false, enum: ['true', 'false'], description: 'Leave formulas unguarded.' })
  @Authorize('asset.read', { event: 'asset.exported' })
  async export(@Query() query: Record<string, string>, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="assets.csv"')
      .send(await this.exports.stream(query));
  }
}
