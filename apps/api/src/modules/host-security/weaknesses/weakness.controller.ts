import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { RecordId, versionFrom } from '../../../platform/http';
import { FRESH, WHY } from '../host-security.access';
import { WeaknessDecideDto, WeaknessDto } from './weakness.dto';
import { WeaknessService } from './weakness.service';

/** What can be decided about a weakness. */
@ApiTags('weaknesses')
@Controller('weaknesses')
export class WeaknessController {
  constructor(private readonly weaknesses: WeaknessService) {}

  @Post(':id/decide')
  @HttpCode(200)
  @ApiOperation({ operationId: 'decideWeakness', summary: 'Accept or ignore a weakness until a day, with a reason' })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag you read. A weakness that became another one since answers 412 and stays undecided.',
  })
  @ApiOkResponse({ type: WeaknessDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'weakness.decided' })
  decide(
    @Param('id', RecordId) id: string,
    @Body() input: WeaknessDecideDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<WeaknessDto> {
    return this.weaknesses.decide(id, input, versionFrom(ifMatch));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reopenWeakness', summary: 'Take back what was decided about a weakness' })
  @ApiOkResponse({ type: WeaknessDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'weakness.reopened' })
  reopen(@Param('id', RecordId) id: string): Promise<WeaknessDto> {
    return this.weaknesses.reopen(id);
  }
}
