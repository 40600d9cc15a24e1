import { Query, Resolver } from '@nestjs/graphql';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY_LIMITS } from '../perimeter.access';
import { LimitBook } from './limit-book.service';
import { LimitDto } from './limit.dto';

/** Limits over GraphQL: read only, as settings are everywhere. */
@Resolver(() => LimitDto)
export class LimitResolver {
  constructor(private readonly book: LimitBook) {}

  @Query(() => [LimitDto], { name: 'limits' })
  @AuthorizePlatform(WHY_LIMITS)
  limits(): Promise<LimitDto[]> {
    return this.book.list();
  }
}
