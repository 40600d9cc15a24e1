import { Query, Resolver } from '@nestjs/graphql';
import { AuthorizePlatform } from '../../../platform/authorize';
import { WHY } from '../perimeter.access';
import { CountryDto, CountryRulesDto } from './country.dto';
import { CountryService } from './country.service';
import { CountryView } from './country-view';

/** Countries over GraphQL: read only, as settings are everywhere. */
@Resolver(() => CountryDto)
export class CountryResolver {
  constructor(
    private readonly service: CountryService,
    private readonly view: CountryView,
  ) {}

  @Query(() => [CountryDto], { name: 'countries' })
  @AuthorizePlatform(WHY)
  countries(): Promise<CountryDto[]> {
    return this.view.list();
  }

  @Query(() => CountryRulesDto, { name: 'countryRules' })
  @AuthorizePlatform(WHY)
  rules(): Promise<CountryRulesDto> {
    return this.service.read();
  }
}
