import { Choice, Day, Dto, Id, Int, ListOf, Part, Text } from '@st0r/dto';
import { MyOrganisationDto } from './me.dto';

/** How much an API key may ask. */
@Dto('KeyLimits')
export class KeyLimitsDto {
  @Int()
  requestsPerMinute: number;

  @Int({ description: 'Left after this request.' })
  remaining: number;

  @Int({ description: 'Seconds until all of it is there again.' })
  resetSeconds: number;
}

/** An API key asking about itself. Of its owner it learns nothing. */
@Dto('KeyMe')
export class KeyMeDto {
  @Choice('KeyMeType', ['api_key'])
  type: string;

  @Id()
  id: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 40, list: true, description: 'Codes of permissions it was made with.' })
  scopes: string[];

  @ListOf(() => MyOrganisationDto, {
    maxItems: 200,
    description: 'Where it works, each with what it may do there right now: its scopes, as far as its owner may.',
  })
  organisations: MyOrganisationDto[];

  @Text({ max: 49, list: true, description: 'Blocks of addresses it works from; from anywhere when empty.' })
  networks: string[];

  @Day()
  expiresOn: string;

  @Part(() => KeyLimitsDto)
  limits: KeyLimitsDto;
}
