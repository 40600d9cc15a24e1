import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { Authorize } from '../../../platform/authorize';
import { BreachWatchDto, BreachWatchSwitchDto } from './breach-watch.dto';
import { BreachWatch } from './breach-watch.service';

/** Looking the passwords of an organisation up among stolen ones. */
@ApiTags('credentials')
@Controller('vault/breach-watch')
export class BreachWatchController {
  constructor(private readonly watch: BreachWatch) {}

  @Get()
  @ApiOperation({ operationId: 'getBreachWatch', summary: 'Whether passwords are looked up among stolen ones' })
  @ApiQuery({ name: 'org', type: String, description: 'The organisation (id or slug).' })
  @ApiOkResponse({ type: BreachWatchDto })
  @Authorize('vault.item.read')
  async read(): Promise<BreachWatchDto> {
    return present(BreachWatchDto, await this.watch.read());
  }

  @Put()
  @ApiOperation({
    operationId: 'switchBreachWatch',
    summary: 'Have the passwords of an organisation opened and looked up among stolen ones every day, or not',
  })
  @ApiOkResponse({ type: BreachWatchDto })
  @Authorize('vault.policy.manage', { recentLogin: '10m', for: 'settings', event: 'vault.breach_watch_switched' })
  async set(@Body() input: BreachWatchSwitchDto): Promise<BreachWatchDto> {
    return present(BreachWatchDto, await this.watch.set(input));
  }
}
