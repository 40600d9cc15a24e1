import { Injectable } from '@nestjs/common';
import { parseIp } from '@st0r/net';
import type { Area } from '../../../platform/authorize';
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

type Basis = Perimeter & { file?: CountryFile };

/** Says whether an address may come in. */
@Injectable()
export class Verdicts {
  private known: { perimeter: Perimeter; at: number } | undefined;

  constructor(
    private readonly rules: AddressRules,
    private readonly countries: CountrySettings,
    private readonly database: CountryDatabase,
  ) {}

  /** By what is known already where that is fresh; the machine itself costs no question at all. */
  async of(address: string, area: Area): Promise<Judged> {
    const ip = parseIp(address);
    if (ip && isLoopback(ip)) return { open: true, because: 'loopback', place: { kind: 'local' } };
    if (!this.known || Date.now() - this.known.at >= FRESH_MS)
      this.known = { perimeter: await this.read(), at: Date.now() };
    return this.judged(address, area, this.known.perimeter);
  }

  /** By what holds in the present unit of work, and by another file where one is given. */
  async now(address: string, area: Area, file?: CountryFile): Promise<Judged> {
    return this.judged(address, area, { ...(await this.read()), file });
  }

  /** What was read is read again. */
  forget(): void {
    this.known = undefined;
  }

  private async read(): Promise<Perimeter> {
    return { rules: await this.rules.read(), countries: await this.countries.read() };
  }

  private async judged(address: string, area: Area, { file, ...perimeter }: Basis): Promise<Judged> {
    const place: Place = area === 'api' ? { kind: 'unknown' } : await this.database.place(address, file);
    return { ...judge(address, area, { ...perimeter, place }), place };
  }
}
