import { Query, Resolver } from '@nestjs/graphql';
import { present } from '@st0r/dto';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY } from '../users/user.resource';
import { SignInCounterBook } from './sign-in-counter-book';
import { SignInCounterDto } from './sign-in-counter.dto';

/** The same over GraphQL, read only. */
@Resolver(() => SignInCounterDto)
export class SignInCounterResolver {
  constructor(private readonly book: SignInCounterBook) {}

  @Query(() => [SignInCounterDto], { name: 'signInCounters' })
  @AuthorizePlatform(WHY)
  async counters(): Promise<SignInCounterDto[]> {
    return (await this.book.waiting()).map((one) => present(SignInCounterDto, one));
  }
}
