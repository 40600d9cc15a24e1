import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { FRESH } from '../keys.access';
import { ShreddingDto, ShreddingRequestDto } from './shredding.dto';
import { ShreddingService } from './shredding.service';

const WHY = 'two administrators end an organisation; neither sees its data';

/** Destroying the keys of an archived organisation. */
@ApiTags('keys')
@Controller('keys/shreddings')
export class ShreddingController {
  constructor(private readonly shreddings: ShreddingService) {}

  @Get()
  @ApiOperation({ operationId: 'listShreddings', summary: 'Organisations to be shredded, and the 50 last that were' })
  @ApiOkResponse({ type: ShreddingDto, isArray: true })
  @AuthorizePlatform(WHY)
  list(): Promise<ShreddingDto[]> {
    return this.shreddings.recent();
  }

  @Post()
  @ApiOperation({
    operationId: 'askForShredding',
    summary: 'Ask that the keys of an archived organisation be destroyed',
  })
  @ApiCreatedResponse({ type: ShreddingDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'organisation.shredding_asked' })
  ask(@Body() input: ShreddingRequestDto): Promise<ShreddingDto> {
    return this.shreddings.ask(input);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveShredding', summary: 'Approve what somebody else asked for' })
  @ApiOkResponse({ type: ShreddingDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'organisation.shredding_approved' })
  approve(@Param('id', RecordId) id: string): Promise<ShreddingDto> {
    return this.shreddings.approve(id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawShredding', summary: 'Stop it while there is time' })
  @ApiOkResponse({ type: ShreddingDto })
  @AuthorizePlatform(WHY, { event: 'organisation.shredding_withdrawn' })
  withdraw(@Param('id', RecordId) id: string): Promise<ShreddingDto> {
    return this.shreddings.withdraw(id);
  }
}
