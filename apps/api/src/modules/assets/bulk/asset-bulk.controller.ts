import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authorize } from '../../../platform/authorize';
import { AssetBulkDto, AssetBulkResultDto } from './asset-bulk.dto';
import { AssetBulkService } from './asset-bulk.service';

/** Many assets at once. */
@ApiTags('assets')
@Controller('assets')
export class AssetBulkController {
  constructor(private readonly bulk: AssetBulkService) {}

  @Post('bulk')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changeAssets', summary: 'Change up to 1,000 assets at once, or preview it' })
  @ApiOkResponse({ type: AssetBulkResultDto })
  @Authorize('asset.write', { event: 'asset.updated', rate: 'bulk' })
  run(@Body() input: AssetBulkDto): Promise<AssetBulkResultDto> {
    return this.bulk.run(input);
  }
}
