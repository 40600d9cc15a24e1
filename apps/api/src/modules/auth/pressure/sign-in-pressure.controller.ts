import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY } from '../users/user.resource';
import { PressureView } from './pressure-view';
import { SignInPressureDto } from './sign-in-pressure.dto';

/** Attacks on signing in, over the whole installation. */
@ApiTags('sign-in-pressure')
@Controller('sign-in-pressure')
export class SignInPressureController {
  constructor(private readonly view: PressureView) {}

  @Get()
  @ApiOperation({ operationId: 'signInPressure', summary: 'Whether signing in is under attack, and past attacks' })
  @ApiOkResponse({ type: SignInPressureDto })
  @AuthorizePlatform(WHY)
  show(): Promise<SignInPressureDto> {
    return this.view.show();
  }
}
