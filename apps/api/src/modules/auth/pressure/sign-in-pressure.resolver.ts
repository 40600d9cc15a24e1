import { Query, Resolver } from '@nestjs/graphql';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY } from '../users/user.resource';
import { PressureView } from './pressure-view';
import { SignInPressureDto } from './sign-in-pressure.dto';

/** The same over GraphQL. */
@Resolver(() => SignInPressureDto)
export class SignInPressureResolver {
  constructor(private readonly view: PressureView) {}

  @Query(() => SignInPressureDto, { name: 'signInPressure' })
  @AuthorizePlatform(WHY)
  show(): Promise<SignInPressureDto> {
    return this.view.show();
  }
}
