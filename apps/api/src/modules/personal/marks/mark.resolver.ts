import { Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../../../platform/authorize';
import { MarkDto } from './mark.dto';
import { MarkService } from './mark.service';

const OWN = 'one’s own favourites and recents';

/** The same over GraphQL, read only. */
@Resolver(() => MarkDto)
export class MarkResolver {
  constructor(private readonly marks: MarkService) {}

  @Query(() => [MarkDto], { name: 'favourites' })
  @SignedIn(OWN)
  favourites(): Promise<MarkDto[]> {
    return this.marks.list('favourite');
  }

  @Query(() => [MarkDto], { name: 'recents' })
  @SignedIn(OWN)
  recents(): Promise<MarkDto[]> {
    return this.marks.list('recent');
  }
}
