import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuthorizePlatform } from '../../../platform/authorize';
import { FRESH, WHY } from '../host-security.access';
import { HostSecurityDto, InspectionRequestDto, ReportResultDto } from './host-security.dto';
import { HostSecurity } from './host-security.service';
import { ReportIntake } from './report-intake';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description:
        'What snyk test --json, npm audit --json, apt list --upgradable, apt-get -s dist-upgrade or dnf updateinfo list printed, at most 16 MiB.',
    },
    name: { type: 'string', maxLength: 200, description: 'The machine or project, where the report does not name it.' },
  },
};

/** How the machine and the product are, and ways to find out. */
@ApiTags('host-security')
@Controller('host-security')
export class HostSecurityController {
  constructor(
    private readonly security: HostSecurity,
    private readonly intake: ReportIntake,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getHostSecurity',
    summary: 'What is known against packages, how old that is, and 30 days of it',
  })
  @ApiOkResponse({ type: HostSecurityDto })
  @AuthorizePlatform(WHY)
  read(): Promise<HostSecurityDto> {
    return this.security.read();
  }

  @Post('inspect')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestInspection', summary: 'Look at the packages of the machine now' })
  @ApiAcceptedResponse({ type: InspectionRequestDto })
  @AuthorizePlatform(WHY, { event: 'inspection.requested' })
  inspect(): Promise<InspectionRequestDto> {
    return this.security.request();
  }

  @Post('reports')
  @ApiOperation({ operationId: 'bringReport', summary: 'Bring a report of Snyk, of npm, or of another machine' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: ReportResultDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'inspection.created' })
  bring(@Req() request: FastifyRequest): Promise<ReportResultDto> {
    return this.intake.take(request);
  }
}
