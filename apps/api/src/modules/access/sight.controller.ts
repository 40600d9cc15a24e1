import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authorize, SignedIn } from '../../platform/authorize';
import { SightStartDto } from './sight.dto';
import { Sights } from './sight.service';

/** Looking at the product with somebody else’s rights. */
@ApiTags('access')
@Controller('sights')
export class SightController {
  constructor(private readonly sights: Sights) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'startSight',
    summary: 'Look with the rights of a colleague or a role for 30 minutes, read only and never beyond your own rights',
  })
  @Authorize('member.manage', { recentLogin: '10m', for: 'sight', event: 'sight.started' })
  start(@Body() input: SightStartDto): Promise<void> {
    return this.sights.start(input);
  }

  @Delete('current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSight', summary: 'Look with my own rights again' })
  @SignedIn('gives back one’s own rights', { sight: true, event: 'sight.ended' })
  end(): Promise<void> {
    return this.sights.end();
  }
}
