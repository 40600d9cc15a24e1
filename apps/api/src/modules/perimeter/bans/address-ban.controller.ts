import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { FRESH, WHY } from '../perimeter.access';
import { BanLifting } from './ban-lifting';

/** What can be done about a ban beside reading it. */
@ApiTags('address-bans')
@Controller('address-bans')
export class AddressBanController {
  constructor(private readonly lifting: BanLifting) {}

  @Post(':id/lift')
  @HttpCode(204)
  @ApiOperation({ operationId: 'liftAddressBan', summary: 'Let a banned address come again' })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'address_ban.lifted' })
  lift(@Param('id', RecordId) id: string): Promise<void> {
    return this.lifting.lift(id);
  }
}
