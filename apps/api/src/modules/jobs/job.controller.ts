import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizePlatform, SignedIn } from '../../platform/authorize';
import { RecordId, readListQuery, readPrefer } from '../../platform/http';
import { JobWait } from '../../platform/jobs';
import { asPage } from '../../platform/resource';
import { JobDto, JobPageDto } from './job.dto';
import { jobList } from './job.list';
import { JobService } from './job.service';
import { JobStreams } from './job-streams';

const OWN = 'everybody sees the jobs they asked for, platform administrators that a job ran';
const STREAM = { description: 'A stream of events; `data` is a Job.', schema: { type: 'string' } } as const;

/** Work that runs after the answer has left. */
@ApiTags('jobs')
@Controller()
export class JobController {
  constructor(
    private readonly jobs: JobService,
    private readonly streams: JobStreams,
    private readonly waiting: JobWait,
  ) {}

  @Get('jobs')
  @ApiOperation({ operationId: 'listJobs', summary: 'List your jobs, newest first' })
  @ApiOkResponse({ type: JobPageDto })
  @SignedIn(OWN)
  async list(@Query() query: Record<string, string>): Promise<JobPageDto> {
    return asPage(await this.jobs.own(readListQuery(jobList.shape, query)));
  }

  @Get('platform-jobs')
  @ApiOperation({ operationId: 'listPlatformJobs', summary: 'List all jobs, newest first' })
  @ApiOkResponse({ type: JobPageDto })
  @AuthorizePlatform('that a job ran and how it ended, no organisation data')
  async all(@Query() query: Record<string, string>): Promise<JobPageDto> {
    return asPage(await this.jobs.all(readListQuery(jobList.shape, query)));
  }

  @Get('jobs/:id')
  @ApiOperation({ operationId: 'getJob', summary: 'How far a job is; `Prefer: wait=10` waits for its end' })
  @ApiHeader({
    name: 'Prefer',
    required: false,
    description: 'wait=N: answer after N seconds at the latest, at most 30.',
  })
  @ApiOkResponse({ type: JobDto })
  @SignedIn(OWN, { keys: true })
  async get(@Param('id', RecordId) id: string, @Headers('prefer') prefer?: string): Promise<JobDto> {
    const job = await this.jobs.get(id);
    const { waitSeconds } = readPrefer(prefer);
    if (!waitSeconds || job.finishedAt) return job;
    await this.waiting.untilEnded(id, waitSeconds);
    return this.jobs.get(id);
  }

  @Delete('jobs/:id')
  @ApiOperation({ operationId: 'cancelJob', summary: 'Cancel a job; a running one ends a moment later' })
  @ApiOkResponse({ type: JobDto })
  @SignedIn(OWN, { event: 'job.cancelled' })
  cancel(@Param('id', RecordId) id: string): Promise<JobDto> {
    return this.jobs.cancel(id);
  }

  @Post('jobs/:id/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryJob', summary: 'Run a failed or cancelled job again' })
  @ApiOkResponse({ type: JobDto })
  @SignedIn(OWN, { event: 'job.retried' })
  retry(@Param('id', RecordId) id: string): Promise<JobDto> {
    return this.jobs.retry(id);
  }

  @Get('jobs/:id/events')
  @ApiOperation({ operationId: 'watchJob', summary: 'Follow one job until it ends' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse(STREAM)
  @SignedIn(OWN)
  async watch(
    @Param('id', RecordId) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.ofJob(id, request, reply);
  }

  @Get('me/events')
  @ApiOperation({ operationId: 'watchMine', summary: 'Follow what happens to your jobs; `Last-Event-ID` continues' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event that was read.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse(STREAM)
  @SignedIn('a person’s own jobs')
  async mine(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.streams.ofPerson(request, reply);
  }
}
