import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../platform/authorize';
import { JobDto } from './job.dto';
import { ScheduleDto, ScheduleListDto, ScheduleUpdateDto } from './schedule.dto';
import { ScheduleService } from './schedule.service';

const WHY = 'work of the installation itself';

/** When the house gives itself work. */
@ApiTags('schedules')
@Controller('schedules')
export class ScheduleController {
  constructor(private readonly schedules: ScheduleService) {}

  @Get()
  @ApiOperation({ operationId: 'listSchedules', summary: 'What runs when, and how it went' })
  @ApiOkResponse({ type: ScheduleListDto })
  @AuthorizePlatform(WHY)
  async list(): Promise<ScheduleListDto> {
    return { data: await this.schedules.list() };
  }

  @Patch(':name')
  @ApiOperation({ operationId: 'updateSchedule', summary: 'Pause a schedule or choose another time' })
  @ApiOkResponse({ type: ScheduleDto })
  @AuthorizePlatform(WHY, { event: 'schedule.updated' })
  update(@Param('name') name: string, @Body() input: ScheduleUpdateDto): Promise<ScheduleDto> {
    return this.schedules.update(name, input);
  }

  @Post(':name/run')
  @HttpCode(202)
  @ApiOperation({ operationId: 'runSchedule', summary: 'Run it now' })
  @ApiAcceptedResponse({ type: JobDto })
  @AuthorizePlatform(WHY, { event: 'schedule.run' })
  run(@Param('name') name: string): Promise<JobDto> {
    return this.schedules.runNow(name);
  }
}
