import { Injectable } from '@nestjs/common';
import { parseIp } from '@st0r/net';
import { AREAS, type Area } from '../../../platform/authorize';
import { AddressRules } from '../addresses/address-rules';
import { CountryDatabase } from '../countries/country-database';
import type { CountryFile } from '../countries/country-file';
import { CountrySettings } from '../countries/country-settings';
import { isLoopback, type Place } from './place';
import { judge, type Perimeter, type Verdict } from './verdict';

/** How long what was read counts; a change on another node is seen within this time. */
const FRESH_MS = 5000;

/** A verdict, and the place it was spoken about. */
export interface Judged extends Verdict {
  readonly place: Place;
}

/** The verdicts about one address for every area. */
export interface JudgedEverywhere {
  readonly place: Place;
  readonly verdicts: Readonly<Record<Area, Verdict>>;
}

/** Says whether an address may come in. */
@Injectable()
export class Verdicts {
  private known: { perimeter: Promise<Perimeter>; at: number } | undefined;

  constructor(
    private readonly rules: AddressRules,
    private readonly countries: CountrySettings,
    private readonly database: CountryDatabase,
  ) {}

  /** By what is known already where that is fresh; the machine itself costs no question at all. */
  async of(address: string, area: Area): Promise<Judged> {
    const ip = parseIp(address);
    if (ip && isLoopback(ip)) return { open: true, because: 'loopback', place: { kind: 'local' } };
    const perimeter = await this.perimeter();
    const place: Place = area === 'api' ? { kind: 'unknown' } : await this.database.place(address);
    return { ...judge(address, area, { ...perimeter, place }), place };
  }

  /** By what holds in the present unit of work, and by another file where one is given. */
  async now(address: string, file?: CountryFile): Promise<JudgedEverywhere> {
    const perimeter = await this.read();
    const place = await this.database.place(address, file);
    const judged = AREAS.map((area) => [area, judge(address, area, { ...perimeter, place })] as const);
    return { place, verdicts: Object.fromEntries(judged) as Record<Area, Verdict> };
  }

  /** What was read is read again. */
  forget(): void {
    this.known = undefined;
  }

  /** One read for everybody who asks meanwhile; one that was begun before a change is not kept after it. */
  private perimeter(): Promise<Perimeter> {
    if (this.known && Date.now() - this.known.at < FRESH_MS) return this.known.perimeter;
    const known = { perimeter: this.read(), at: Date.now() };
    this.known = known;
    known.perimeter.catch(() => {
      if (this.known === known) this.known = undefined;
    });
    return known.perimeter;
  }

  private async read(): Promise<Perimeter> {
    return { rules: await this.rules.read(), countries: await this.countries.read() };
  }
}
