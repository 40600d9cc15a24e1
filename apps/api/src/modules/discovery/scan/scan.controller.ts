import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authorize } from '../../../platform/authorize';
import { NeverStored, OwnUnitOfWork, RecordId, readPrefer } from '../../../platform/http';
import { JobAnswers, JobDto } from '../../jobs';
import { ScanAcceptDto, ScanAcceptedDto } from '../accept/scan-accept.dto';
import { ScanAcceptService } from '../accept/scan-accept.service';
import { ScanUploadDto } from './scan.dto';
import { ScanService } from './scan.service';
import { ScanProposalPageDto } from './scan-proposal.dto';
import { readProposalQuery } from './scan-proposal.query';
import { ScanProposalService } from './scan-proposal.service';
import { ScanJobs } from './scan-jobs.service';
import { ScanUploadService } from './scan-upload.service';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    organisationId: { type: 'string', format: 'uuid', description: 'May be left out with ?org=.' },
    file: { type: 'string', format: 'binary', description: 'nmap XML (-oX), at most 64 MiB.' },
  },
};

const LATER = {
  name: 'Prefer',
  required: false,
  description: 'respond-async: answer 202 with a job that does it.',
} as const;

/** What a scan can do beside being read: come in, propose, be accepted. */
@ApiTags('scans')
@Controller('scans')
export class ScanVerbsController {
  constructor(
    private readonly uploads: ScanUploadService,
    private readonly scans: ScanService,
    private readonly proposed: ScanProposalService,
    private readonly acceptance: ScanAcceptService,
    private readonly later: ScanJobs,
    private readonly answers: JobAnswers,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'uploadScan', summary: 'Upload a network scan' })
  @ApiConsumes('multipart/form-data')
  @ApiQuery({ name: 'org', required: false, type: String, description: 'Organisation id or slug.' })
  @ApiBody({ schema: FORM })
  @ApiHeader(LATER)
  @ApiCreatedResponse({ type: ScanUploadDto })
  @ApiAcceptedResponse({ type: JobDto, description: 'A job reads it; its result names the scan.' })
  @ApiOkResponse({ type: ScanUploadDto, description: 'This file was uploaded before.' })
  @Authorize('discovery.run', { event: 'scan.created' })
  @OwnUnitOfWork()
  @NeverStored()
  async upload(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    if (readPrefer(request.headers['prefer'] as string | undefined).respondAsync)
      return this.answers.accepted(await this.later.read(request), reply);
    const { scan, duplicate } = await this.uploads.upload(request);
    void reply.status(duplicate ? 200 : 201);
    return { ...(await this.scans.show(scan)), duplicate };
  }

  @Get(':id/proposals')
  @ApiOperation({ operationId: 'listScanProposals', summary: 'What accepting a scan would change' })
  @ApiQuery({ name: 'kind', required: false, type: String, description: 'new,update,conflict,unchanged,vanished' })
  @ApiQuery({ name: 'limit', required: false, type: Number, description: '1 to 4096, 4096 unless told.' })
  @ApiQuery({ name: 'cursor', required: false, type: String, description: 'page.next of the page before.' })
  @ApiOkResponse({ type: ScanProposalPageDto })
  @Authorize('network.read')
  proposals(@Param('id', RecordId) id: string, @Query() query: Record<string, string>): Promise<ScanProposalPageDto> {
    return this.proposed.page(id, readProposalQuery(query));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acceptScan', summary: 'Accept what a scan proposes' })
  @ApiHeader(LATER)
  @ApiOkResponse({ type: ScanAcceptedDto })
  @ApiAcceptedResponse({ type: JobDto, description: 'A job does it.' })
  @Authorize('discovery.run', { event: 'scan.accepted' })
  async accept(
    @Param('id', RecordId) id: string,
    @Body() input: ScanAcceptDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('prefer') prefer?: string,
  ): Promise<ScanAcceptedDto | JobDto> {
    if (!readPrefer(prefer).respondAsync) return this.acceptance.accept(id, input);
    return this.answers.accepted(await this.later.accept(id, input), reply);
  }
}
