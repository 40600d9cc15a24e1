import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Authorize, AuthorizePlatform } from '../../../platform/authorize';
import { NeverStored, OwnUnitOfWork, RecordId, readListQuery } from '../../../platform/http';
import { asPage } from '../../../platform/resource';
import { EventChart } from './event-chart.service';
import { EventExport } from './event-export.service';
import { EventVerification } from './event-verification.service';
import { EventChartDto, EventDto, EventPageDto, VerifyRequestDto, VerifyResultDto } from './event.dto';
import { eventList, platformEventList } from './event.list';
import { EventService } from './event.service';

type Params = Record<string, string>;

/** The audit explorer. */
@ApiTags('events')
@Controller()
export class EventController {
  constructor(
    private readonly service: EventService,
    private readonly charts: EventChart,
    private readonly exports: EventExport,
    private readonly verification: EventVerification,
  ) {}

  @Get('events')
  @ApiOperation({ operationId: 'listEvents', summary: 'List events, newest first' })
  @ApiOkResponse({ type: EventPageDto })
  @Authorize('audit.read')
  async list(@Query() query: Params): Promise<EventPageDto> {
    return asPage(await this.service.list(readListQuery(eventList.shape, query)));
  }

  @Get('events/chart')
  @ApiOperation({ operationId: 'chartEvents', summary: 'Count events over time by category' })
  @ApiQuery({ name: 'org', required: false })
  @ApiQuery({ name: 'from', required: false })
  @ApiQuery({ name: 'to', required: false })
  @ApiQuery({ name: 'bucket', required: false, enum: ['hour', 'day'] })
  @ApiOkResponse({ type: EventChartDto })
  @Authorize('audit.read')
  chart(@Query() query: Params): Promise<EventChartDto> {
    return this.charts.chart(query);
  }

  @Post('events/export')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'exportEvents', summary: 'Download every event a filter finds' })
  @ApiQuery({ name: 'format', required: true, enum: ['csv', 'jsonl', 'proofs'] })
  @ApiProduces('text/csv', 'application/jsonl')
  @ApiOkResponse({ description: 'The file.', schema: { type: 'string' } })
  @Authorize('audit.export', { recentLogin: '10m', for: 'export', event: 'audit.exported' })
  async export(@Query() { format = '', ...query }: Params): Promise<StreamableFile> {
    const { name, type, stream } = await this.exports.export(format, readListQuery(eventList.shape, query));
    return new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
  }

  @Post('events/verify')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'verifyEvents', summary: 'Check that the last events are as they were written' })
  @ApiOkResponse({ type: VerifyResultDto })
  @Authorize('audit.read', { event: 'audit.verified' })
  verify(@Body() { last }: VerifyRequestDto): Promise<VerifyResultDto> {
    return this.verification.verify(last ?? undefined);
  }

  @Get('events/:id')
  @ApiOperation({ operationId: 'getEvent', summary: 'Get one event' })
  @ApiOkResponse({ type: EventDto })
  @Authorize('audit.read')
  get(@Param('id', RecordId) id: string): Promise<EventDto> {
    return this.service.get(id);
  }

  @Get('events/:id/neighbours')
  @ApiOperation({ operationId: 'listEventNeighbours', summary: 'What else happened in the same request' })
  @ApiOkResponse({ type: EventDto, isArray: true })
  @Authorize('audit.read')
  neighbours(@Param('id', RecordId) id: string): Promise<EventDto[]> {
    return this.service.neighbours(id);
  }

  @Get('platform-events')
  @ApiOperation({ operationId: 'listPlatformEvents', summary: 'List events that belong to no organisation' })
  @ApiOkResponse({ type: EventPageDto })
  @AuthorizePlatform('events of the installation itself, no organisation data')
  async platform(@Query() query: Params): Promise<EventPageDto> {
    return asPage(await this.service.platform(readListQuery(platformEventList.shape, query)));
  }
}
