import { Query, Resolver } from '@nestjs/graphql';
import { present } from '@st0r/dto';
import { SignedIn } from '../../../platform/authorize';
import { PasskeyDto } from './passkey.dto';
import { Passkeys } from './passkeys.service';

/** One's own passkeys over GraphQL: read only. What an authenticator is asked and answers stays with REST. */
@Resolver(() => PasskeyDto)
export class PasskeyResolver {
  constructor(private readonly passkeys: Passkeys) {}

  @Query(() => [PasskeyDto], { name: 'passkeys' })
  @SignedIn('the own account')
  async list(): Promise<PasskeyDto[]> {
    return (await this.passkeys.list()).map((one) => present(PasskeyDto, one));
  }
}
