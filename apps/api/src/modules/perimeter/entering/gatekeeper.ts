import { Injectable } from '@nestjs/common';
import type { Area, PerimeterDoor } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { Forbidden } from '../../../platform/errors';
import { CountryDatabase } from '../countries/country-database';
import { PerimeterTally } from './perimeter-tally';
import type { Place } from './place';
import { RefusalTrail } from './refusal-trail';
import { Verdicts } from './verdicts';

/** The door of the perimeter: every request comes through here before anybody knows who sends it. */
@Injectable()
export class Gatekeeper implements PerimeterDoor {
  constructor(
    private readonly context: RequestContext,
    private readonly verdicts: Verdicts,
    private readonly tally: PerimeterTally,
    private readonly trail: RefusalTrail,
    private readonly countries: CountryDatabase,
  ) {}

  async country(): Promise<string | null> {
    const { ip } = this.context.origin;
    const place = ip ? await this.countries.place(ip) : undefined;
    return place?.kind === 'country' ? place.country : null;
  }

  async admit(area: Area): Promise<void> {
    const { ip } = this.context.origin;
    if (!ip) return;
    const verdict = await this.verdicts.of(ip, area);
    if (verdict.because === 'loopback') return;
    if (area === 'sign_in') this.tally.count(verdict.open ? 'passed' : 'refused', labelOf(verdict.place));
    if (verdict.open) return;
    await this.trail.note(area, ip, verdict);
    throw new Forbidden('perimeter.closed', {
      detail: 'ClientSt0r cannot be used from here. Ask its administrator to let your address in.',
    });
  }
}

const labelOf = (place: Place): string => (place.kind === 'country' ? place.country : place.kind);
