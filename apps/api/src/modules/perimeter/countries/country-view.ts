import { Injectable } from '@nestjs/common';
import { normaliseIp } from '@st0r/net';
import { AREAS } from '../../../platform/authorize';
import { Invalid } from '../../../platform/errors';
import { PerimeterTally } from '../entering/perimeter-tally';
import { Verdicts } from '../entering/verdicts';
import { COUNTRIES, countryName } from './country-codes';
import { CountryShelf } from './country-shelf';
import type { AddressVerdictDto, CountryDto } from './country.dto';

const HIT_DAYS = 7;
const NOWHERE: Readonly<Record<string, string>> = {
  local: 'Private networks',
  unknown: 'No country',
  no_database: 'Without a country database',
};

/** Countries and addresses to look at. */
@Injectable()
export class CountryView {
  constructor(
    private readonly verdicts: Verdicts,
    private readonly tally: PerimeterTally,
    private readonly shelf: CountryShelf,
  ) {}

  /** Every country there is, and the places that are none. */
  async list(): Promise<CountryDto[]> {
    const passed = await this.tally.sums('passed', HIT_DAYS);
    const refused = await this.tally.sums('refused', HIT_DAYS);
    return [...COUNTRIES, ...Object.keys(NOWHERE)].map((code) => ({
      code,
      name: NOWHERE[code] ?? countryName(code),
      passed: passed.get(code) ?? 0,
      refused: refused.get(code) ?? 0,
    }));
  }

  async verdict(text: unknown): Promise<AddressVerdictDto> {
    const address = typeof text === 'string' ? normaliseIp(text) : null;
    if (!address) throw Invalid.field('/query/address', 'format', 'Write one address: 192.0.2.10 or 2001:db8::1.');
    await this.shelf.follow();
    const { place, verdicts } = await this.verdicts.now(address);
    const areas = AREAS.map((area) => {
      const { open, because, rule } = verdicts[area];
      return { area, open, because, network: rule?.network ?? null };
    });
    return { address, place: place.kind, country: place.kind === 'country' ? place.country : null, areas };
  }
}
