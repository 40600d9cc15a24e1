import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { AuthorizePlatform } from '../../../platform/authorize';
import { FRESH, WHY } from '../users/user.resource';
import { SignInCounterBook } from './sign-in-counter-book';
import { SignInCounterDto } from './sign-in-counter.dto';

/** Counters of failed sign-ins that make somebody wait. */
@ApiTags('sign-in-counters')
@Controller('sign-in-counters')
export class SignInCounterController {
  constructor(private readonly book: SignInCounterBook) {}

  @Get()
  @ApiOperation({ operationId: 'listSignInCounters', summary: 'Who has to wait because of failed sign-ins' })
  @ApiOkResponse({ type: SignInCounterDto, isArray: true })
  @AuthorizePlatform(WHY)
  async list(): Promise<SignInCounterDto[]> {
    return (await this.book.waiting()).map((one) => present(SignInCounterDto, one));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'clearSignInCounter', summary: 'Let them try again at once' })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.counter_cleared' })
  clear(@Param('id') id: string): Promise<void> {
    return this.book.clear(id);
  }
}
