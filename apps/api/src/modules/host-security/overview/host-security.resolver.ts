import { Query, Resolver } from '@nestjs/graphql';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY } from '../host-security.access';
import { HostSecurityDto } from './host-security.dto';
import { HostSecurity } from './host-security.service';

/** The same over GraphQL, to read. */
@Resolver(() => HostSecurityDto)
export class HostSecurityResolver {
  constructor(private readonly security: HostSecurity) {}

  @Query(() => HostSecurityDto, { name: 'hostSecurity' })
  @AuthorizePlatform(WHY)
  read(): Promise<HostSecurityDto> {
    return this.security.read();
  }
}
