import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authorize } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { AssetMoveDto } from './asset-input.dto';
import { AssetDto, AssetStatusChangeDto } from './asset.dto';
import { AssetService } from './asset.service';

/** The life of an asset. */
@ApiTags('assets')
@Controller('assets')
export class AssetController {
  constructor(private readonly assets: AssetService) {}

  @Post(':id/move')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveAsset', summary: 'Move an asset to its next status' })
  @ApiOkResponse({ type: AssetDto })
  @Authorize('asset.write', { event: 'asset.moved' })
  move(@Param('id', RecordId) id: string, @Body() input: AssetMoveDto): Promise<object> {
    return this.assets.move(id, input);
  }

  @Get(':id/status-changes')
  @ApiOperation({ operationId: 'listAssetStatusChanges', summary: 'The statuses an asset has had, newest first' })
  @ApiOkResponse({ type: AssetStatusChangeDto, isArray: true })
  @Authorize('asset.read')
  statusChanges(@Param('id', RecordId) id: string): Promise<AssetStatusChangeDto[]> {
    return this.assets.statusChanges(id);
  }
}
