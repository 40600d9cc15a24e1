import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../platform/authorize';
import { RecordId } from '../../platform/http';
import { KeyBook } from './key-book.service';
import { DataKeyDto, DataKeyRotateDto, DataKeyRotationDto, KeyOverviewDto } from './keys.dto';
import { FRESH, WHY } from './keys.access';

/** The keys of the installation: which there are, how old, and their replacement. */
@ApiTags('keys')
@Controller('keys')
export class KeysController {
  constructor(private readonly book: KeyBook) {}

  @Get()
  @ApiOperation({ operationId: 'getKeyOverview', summary: 'Root keys, who holds them, and how old data keys are' })
  @ApiOkResponse({ type: KeyOverviewDto })
  @AuthorizePlatform(WHY)
  overview(): Promise<KeyOverviewDto> {
    return this.book.overview();
  }

  @Get('data-keys')
  @ApiOperation({ operationId: 'listDataKeys', summary: 'The 200 oldest data keys in force' })
  @ApiOkResponse({ type: DataKeyDto, isArray: true })
  @AuthorizePlatform(WHY)
  dataKeys(): Promise<DataKeyDto[]> {
    return this.book.dataKeys();
  }

  @Get('data-keys/:organisationId')
  @ApiOperation({ operationId: 'listOrganisationDataKeys', summary: 'The data keys in force of one organisation' })
  @ApiOkResponse({ type: DataKeyDto, isArray: true })
  @AuthorizePlatform(WHY)
  dataKeysOf(@Param('organisationId', RecordId) organisation: string): Promise<DataKeyDto[]> {
    return this.book.dataKeys(organisation);
  }

  @Get('rotations')
  @ApiOperation({ operationId: 'listDataKeyRotations', summary: 'Keys being replaced, and the 50 last ones that were' })
  @ApiOkResponse({ type: DataKeyRotationDto, isArray: true })
  @AuthorizePlatform(WHY)
  rotations(): Promise<DataKeyRotationDto[]> {
    return this.book.recent();
  }

  @Post('rotations')
  @ApiOperation({ operationId: 'rotateDataKey', summary: 'Replace a data key while everybody works' })
  @ApiCreatedResponse({ type: DataKeyRotationDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'data_key.rotation_started' })
  rotate(@Body() input: DataKeyRotateDto): Promise<DataKeyRotationDto> {
    return this.book.rotate(input);
  }
}
