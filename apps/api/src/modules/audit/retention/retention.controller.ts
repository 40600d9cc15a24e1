import { Body, Controller, Get, HttpCode, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { RetentionRulesService } from './retention-rules.service';
import { RetentionChangeDto, RetentionDto } from './retention.dto';

/** How long events are kept. Nothing here removes one: a job does, as another account. */
@ApiTags('events')
@Controller('audit-retention')
export class RetentionController {
  constructor(private readonly rules: RetentionRulesService) {}

  @Get()
  @ApiOperation({ operationId: 'getRetention', summary: 'How long events are kept, and what is on legal hold' })
  @ApiOkResponse({ type: RetentionDto })
  @AuthorizePlatform('a rule of the installation, no organisation data')
  show(): Promise<RetentionDto> {
    return this.rules.show();
  }

  @Patch()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'changeRetention',
    summary: 'Change how long events are kept, or what is on legal hold',
  })
  @ApiOkResponse({ type: RetentionDto })
  @AuthorizePlatform('a rule of the installation, no organisation data', {
    recentLogin: '10m',
    for: 'retention',
    event: 'audit.retention_changed',
  })
  change(@Body() change: RetentionChangeDto): Promise<RetentionDto> {
    return this.rules.change(change);
  }
}
