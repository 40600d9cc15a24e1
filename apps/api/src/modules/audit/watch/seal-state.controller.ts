import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Dto, Text } from '@st0r/dto';
import { SignedIn } from '../../../platform/authorize';
import { SealWatch } from '../../../platform/events';

/** What everybody should know about the audit log at the moment. */
@Dto('SealState')
export class SealStateDto {
  @Text({ max: 500, list: true, description: 'What is wrong, in sentences; empty when all is well.' })
  troubles: string[];
}

@ApiTags('events')
@Controller('audit-state')
export class SealStateController {
  constructor(private readonly seals: SealWatch) {}

  @Get()
  @ApiOperation({ operationId: 'getSealState', summary: 'Whether the audit log is being sealed' })
  @ApiOkResponse({ type: SealStateDto })
  @SignedIn('a sentence about the installation, no data')
  async show(): Promise<SealStateDto> {
    return { troubles: await this.seals.troubles() };
  }
}
