import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../platform/authorize';
import { StatusDto } from './status.dto';
import { StatusService } from './status.service';

@ApiTags('status')
@Controller('status')
export class StatusController {
  constructor(private readonly status: StatusService) {}

  @Get()
  @ApiOperation({ operationId: 'getStatus', summary: 'How the installation is: findings, nodes, disks, database' })
  @ApiOkResponse({ type: StatusDto })
  @AuthorizePlatform('how the installation is concerns those who run it', { rate: 'search' })
  read(): Promise<StatusDto> {
    return this.status.read();
  }
}
