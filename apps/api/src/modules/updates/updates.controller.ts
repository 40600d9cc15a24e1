import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { AuthorizePlatform } from '../../platform/authorize';
import { UpdateDesk } from './desk/update-desk.service';
import { UpdateOverviewDto, UpdateRequestCreateDto, UpdateRequestDto, UpgradeReportDto } from './updates.dto';
import { UpdatesService } from './updates.service';

const WHY = 'which release runs concerns those who run the installation';

/** Releases that could take the place of this one. Nothing is fetched: bundles are put into the inbox by a person. */
@ApiTags('updates')
@Controller('updates')
export class UpdatesController {
  constructor(
    private readonly updates: UpdatesService,
    private readonly desk: UpdateDesk,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getUpdates',
    summary: 'The release that runs, bundles in the inbox, and updates so far',
  })
  @ApiOkResponse({ type: UpdateOverviewDto })
  @AuthorizePlatform(WHY)
  overview(): Promise<UpdateOverviewDto> {
    return this.updates.overview();
  }

  @Get('bundles/:file/check')
  @ApiOperation({ operationId: 'checkBundle', summary: 'What a bundle would change, and what stands in the way' })
  @ApiOkResponse({ type: UpgradeReportDto })
  @AuthorizePlatform(WHY, { rate: 'bulk' })
  check(@Param('file') file: string): Promise<UpgradeReportDto> {
    return this.updates.report(file);
  }

  @Post('requests')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestUpdate', summary: 'Sign a request for the updater of this machine' })
  @ApiAcceptedResponse({ type: UpdateRequestDto })
  @AuthorizePlatform(WHY, { recentLogin: '15m', for: 'updates', event: 'update.requested' })
  async request(@Body() { file, sha256 }: UpdateRequestCreateDto): Promise<UpdateRequestDto> {
    return present(UpdateRequestDto, { id: await this.desk.ask(file, sha256) });
  }
}
