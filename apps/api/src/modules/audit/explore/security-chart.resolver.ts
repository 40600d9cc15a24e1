import { Args, Query, Resolver } from '@nestjs/graphql';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY_CHART } from './security-chart.controller';
import { SecurityChartDto } from './security-chart.dto';
import { SecurityChart } from './security-chart.service';

/** The chart over GraphQL. */
@Resolver(() => SecurityChartDto)
export class SecurityChartResolver {
  constructor(private readonly charts: SecurityChart) {}

  @Query(() => SecurityChartDto, { name: 'securityChart' })
  @AuthorizePlatform(WHY_CHART)
  chart(@Args('bucket', { type: () => String, defaultValue: 'day' }) bucket: string): Promise<SecurityChartDto> {
    return this.charts.chart(bucket);
  }
}
