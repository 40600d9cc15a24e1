import { Body, Controller, Get, Headers, Param, Patch } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { versionFrom } from '../../../platform/http';
import { FRESH, WHY_LIMITS } from '../perimeter.access';
import { LimitBook } from './limit-book.service';
import { LimitDto, LimitUpdateDto } from './limit.dto';

/** How often things may be done. */
@ApiTags('limits')
@Controller('limits')
export class LimitController {
  constructor(private readonly book: LimitBook) {}

  @Get()
  @ApiOperation({ operationId: 'listLimits', summary: 'Every limit of the installation, and what it is set to' })
  @ApiOkResponse({ type: LimitDto, isArray: true })
  @AuthorizePlatform(WHY_LIMITS)
  list(): Promise<LimitDto[]> {
    return this.book.list();
  }

  @Get(':name')
  @ApiOperation({ operationId: 'getLimit', summary: 'One limit, by its name' })
  @ApiOkResponse({ type: LimitDto })
  @AuthorizePlatform(WHY_LIMITS)
  read(@Param('name') name: string): Promise<LimitDto> {
    return this.book.read(name);
  }

  @Patch(':name')
  @ApiOperation({ operationId: 'updateLimit', summary: 'Set the budget and the time of a limit' })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag you read. Another version answers 412 and changes nothing.',
  })
  @ApiOkResponse({ type: LimitDto })
  @AuthorizePlatform(WHY_LIMITS, { ...FRESH, event: 'setting.updated' })
  change(
    @Param('name') name: string,
    @Body() input: LimitUpdateDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<LimitDto> {
    return this.book.change(name, { ...input, version: versionFrom(ifMatch) });
  }
}
