import { Choice, Dto, Flag, InputDto, Int, ListOf, Moment, Part, PartialDto, Text } from '@st0r/dto';
import { AREAS, type Area } from '../../../platform/authorize';
import { REASONS, type Reason } from '../entering/verdict';
import { COUNTRY_MODES, UNKNOWN_POLICIES, type CountryRules } from './country-rules';

const CODE = /^[A-Z]{2}$/;

/** The file that knows countries, as this process has it. */
@Dto('CountryDatabase')
export class CountryDatabaseDto {
  @Choice('CountryDatabaseState', ['ready', 'missing', 'broken'])
  state: string;

  @Text({ max: 100, optional: true, description: 'What the file calls itself.' })
  type: string | null;

  @Moment({ optional: true })
  builtAt: Date | null;

  @Int({ optional: true })
  bytes: number | null;

  @Text({ max: 300, optional: true })
  problem: string | null;
}

/** From where people may sign in and administer. */
@Dto('CountryRules')
export class CountryRulesDto {
  @Choice('CountryMode', COUNTRY_MODES)
  mode: CountryRules['mode'];

  @Text({ max: 2, list: true, maxItems: 300 })
  countries: string[];

  @Choice('UnknownCountryPolicy', UNKNOWN_POLICIES)
  unknown: CountryRules['unknown'];

  @Part(() => CountryDatabaseDto)
  database: CountryDatabaseDto;

  @Text({ max: 300, optional: true, description: 'What needs attention, in a sentence.' })
  warning: string | null;
}

@InputDto('CountryRulesValues')
class CountryRulesValuesDto {
  @Choice('CountryMode', COUNTRY_MODES, {
    description: 'allow: the countries named and nobody else. block: everybody but the countries named.',
  })
  mode: CountryRules['mode'];

  @Text({ max: 2, pattern: CODE, list: true, maxItems: 300, description: 'ISO 3166 codes.' })
  countries: string[];

  @Choice('UnknownCountryPolicy', UNKNOWN_POLICIES, { description: 'For addresses the database puts into no country.' })
  unknown: CountryRules['unknown'];
}

/** A change of the country rules. */
@InputDto('CountryRulesUpdate')
export class CountryRulesUpdateDto extends PartialDto(CountryRulesValuesDto) {}

/** A country, and who came from there. */
@Dto('Country')
export class CountryDto {
  @Text({ max: 12, description: 'ISO 3166 code; local, unknown and no_database for addresses in no country.' })
  code: string;

  @Text({ max: 100 })
  name: string;

  @Int({ description: 'Requests for signing in that were let through in the last seven days.' })
  passed: number;

  @Int({ description: 'Requests for signing in that were refused in the last seven days.' })
  refused: number;
}

/** Whether an address may come into one area. */
@Dto('AreaVerdict')
export class AreaVerdictDto {
  @Choice('PerimeterArea', AREAS)
  area: Area;

  @Flag()
  open: boolean;

  @Choice('PerimeterReason', REASONS)
  because: Reason;

  @Text({ max: 49, optional: true, description: 'Block of the rule that decided.' })
  network: string | null;
}

/** What holds for one address. */
@Dto('AddressVerdict')
export class AddressVerdictDto {
  @Text({ max: 49 })
  address: string;

  @Choice('PlaceKind', ['country', 'local', 'unknown', 'no_database'])
  place: string;

  @Text({ max: 2, optional: true })
  country: string | null;

  @ListOf(() => AreaVerdictDto)
  areas: AreaVerdictDto[];
}
