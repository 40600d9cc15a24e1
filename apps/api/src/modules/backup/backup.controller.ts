import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { AuthorizePlatform } from '../../platform/authorize';
import { RecordId } from '../../platform/http';
import { FRESH, WHY } from './backup.access';
import { BackupOverview } from './backup-overview.service';
import { BackupOverviewDto, BackupRecipientCreateDto, BackupRecipientDto, BackupRequestDto } from './backup.dto';
import { Recipients } from './books/recipients.service';

/** Backups of the installation. They are put back from the command line only. */
@ApiTags('backups')
@Controller('backups')
export class BackupController {
  constructor(
    private readonly backups: BackupOverview,
    private readonly recipients: Recipients,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getBackupOverview',
    summary: 'When a backup was last proved, the last 50, and who may open them',
  })
  @ApiOkResponse({ type: BackupOverviewDto })
  @AuthorizePlatform(WHY)
  overview(): Promise<BackupOverviewDto> {
    return this.backups.read();
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ operationId: 'makeBackup', summary: 'Make a backup now, and prove it' })
  @ApiAcceptedResponse({ type: BackupRequestDto })
  @AuthorizePlatform(WHY, { event: 'backup.requested' })
  make(): Promise<BackupRequestDto> {
    return this.backups.request();
  }

  @Post('recipients')
  @ApiOperation({
    operationId: 'addBackupRecipient',
    summary: 'Let somebody open one half of every backup from now on',
  })
  @ApiCreatedResponse({ type: BackupRecipientDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'backup.recipient_added' })
  async add(@Body() input: BackupRecipientCreateDto): Promise<BackupRecipientDto> {
    return present(BackupRecipientDto, await this.recipients.add(input));
  }

  @Delete('recipients/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeBackupRecipient', summary: 'Lock no further backup for somebody' })
  @ApiNoContentResponse()
  @AuthorizePlatform(WHY, { ...FRESH, event: 'backup.recipient_removed' })
  remove(@Param('id', RecordId) id: string): Promise<void> {
    return this.recipients.remove(id);
  }
}
