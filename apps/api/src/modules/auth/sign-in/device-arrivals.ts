import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimit } from '../../../platform/authorize';
import { EventRecorder } from '../../../platform/events';
import { AccountNotices } from '../../mail';
import { CountryArrivals } from './country-arrivals';
import { KnownDevices } from './known-devices';

/** Whoever clears cookies after each sign-in gets no mail for each of them; the log has them all. */
const MAILS = { limit: 3, periodSeconds: 86_400, burst: 3 };

type Person = { id: string; name: string };

/** A browser in which somebody has signed in: marked, and told to the person when it or its country was not known before. */
@Injectable()
export class DeviceArrivals {
  constructor(
    private readonly devices: KnownDevices,
    private readonly countries: CountryArrivals,
    private readonly limit: RateLimit,
    private readonly notices: AccountNotices,
    private readonly events: EventRecorder,
  ) {}

  async signedIn(person: Person, reply: FastifyReply): Promise<void> {
    const anew = this.devices.of(person.id) === null;
    this.devices.remember(person.id, reply);
    if (anew) this.note('device.remembered', person);
    // One sign-in is told once, and the country says more.
    if (!(await this.tellCountry(person, anew)) && anew) await this.tellBrowser(person);
  }

  /** A program has signed in as the person: it has no browser, but comes from somewhere. */
  async programSignedIn(person: Person): Promise<void> {
    await this.tellCountry(person, false);
  }

  /** True where a mail is on its way. */
  private async tellCountry(person: Person, anew: boolean): Promise<boolean> {
    const country = await this.countries.arrived(person.id);
    if (!country) return false;
    this.note('session.country_new', person, { country });
    if (!(await this.countries.mayTell(person.id, country))) return false;
    await this.notices.signedInFrom(person.id, country, anew);
    return true;
  }

  private async tellBrowser({ id }: Person): Promise<void> {
    const { allowed } = await this.limit.take(`new device ${id}`, MAILS);
    if (allowed) await this.notices.signedInAnew(id);
  }

  private note(action: string, { id, name }: Person, details: Record<string, unknown> = {}): void {
    this.events.record({ action, category: 'authentication', target: { type: 'user', id, label: name }, details });
  }
}
