import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Authorize } from '../../../platform/authorize';
import { readListQuery } from '../../../platform/http';
import { asPage } from '../../../platform/resource';
import { ApiRequestPageDto, ApiUsageDto, USAGE_BUCKETS } from './api-request.dto';
import { apiRequestList } from './api-request.list';
import { ApiRequestService } from './api-request.service';
import { OUTCOMES } from './outcome';
import { ApiUsage } from './api-usage.service';

type Params = Record<string, string>;

/** What keys ask, one by one and over time. */
@ApiTags('api-keys')
@Controller('api-requests')
export class ApiRequestController {
  constructor(
    private readonly requests: ApiRequestService,
    private readonly usage: ApiUsage,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listApiRequests', summary: 'List requests of API keys, newest first' })
  @ApiQuery({ name: 'org', required: false, type: String, description: 'Organisation id or slug.' })
  @ApiOkResponse({ type: ApiRequestPageDto })
  @Authorize('apikey.manage')
  async list(@Query() query: Params): Promise<ApiRequestPageDto> {
    return asPage(await this.requests.list(readListQuery(apiRequestList.shape, query)));
  }

  @Get('usage')
  @ApiOperation({ operationId: 'getApiUsage', summary: 'Requests of API keys over time, and the busiest routes' })
  @ApiQuery({ name: 'org', required: false, type: String, description: 'Organisation id or slug.' })
  @ApiQuery({ name: 'from', required: false })
  @ApiQuery({ name: 'to', required: false })
  @ApiQuery({ name: 'bucket', required: false, enum: [...USAGE_BUCKETS] })
  @ApiQuery({ name: 'key', required: false, description: 'Only requests of this key, or of several with commas.' })
  @ApiQuery({ name: 'endpoint', required: false, description: 'Only this route, e.g. /api/v1/assets/:id.' })
  @ApiQuery({ name: 'outcome', required: false, description: `Only ${OUTCOMES.join(', ')}; several with commas.` })
  @ApiOkResponse({ type: ApiUsageDto })
  @Authorize('apikey.manage')
  read(@Query() query: Params): Promise<ApiUsageDto> {
    return this.usage.read(query);
  }
}
