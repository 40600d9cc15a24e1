import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { SecurityChartDto } from './security-chart.dto';
import { SecurityChart } from './security-chart.service';

export const WHY_CHART = 'numbers about attacks on the installation, no organisation data';

/** What happened at the edges of the installation over time. */
@ApiTags('events')
@Controller('security-chart')
export class SecurityChartController {
  constructor(private readonly charts: SecurityChart) {}

  @Get()
  @ApiOperation({ operationId: 'chartSecurity', summary: 'Count failures, bans and refusals over time' })
  @ApiQuery({ name: 'bucket', required: false, enum: ['hour', 'day'] })
  @ApiOkResponse({ type: SecurityChartDto })
  @AuthorizePlatform(WHY_CHART)
  chart(@Query() query: Record<string, unknown>): Promise<SecurityChartDto> {
    return this.charts.chart(query['bucket']);
  }
}
