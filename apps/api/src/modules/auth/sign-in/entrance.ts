import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccessToken } from '../sessions/access-token';
import { SECOND_FACTOR_COOKIE, SECOND_FACTOR_SECONDS, setCookie } from '../sessions/session-cookies';
import type { SessionEntry } from '../sessions/session-entry';
import { SessionKeeper } from '../sessions/session-keeper';
import { SecondFactors } from '../factors/second-factors';
import { DeviceArrivals } from './device-arrivals';
import { MfaDemand } from './mfa-demand';
import { SignInTrail } from './sign-in-trail';

/** What comes after a proof. */
export type NextStep = 'signed_in' | 'totp_required' | 'enrolment_required';

/** How somebody proved who they are so far. */
export interface WayIn {
  /** `mfa` among them means that no further factor is asked for. */
  amr: readonly string[];
  /** Set when they came through a connection. */
  entry?: SessionEntry;
}

type Person = { id: string; name: string };

/** The last steps of every way in, local or through a connection: the second factor where one is owed, then the session. */
@Injectable()
export class Entrance {
  constructor(
    private readonly keeper: SessionKeeper,
    private readonly tokens: AccessToken,
    private readonly trail: SignInTrail,
    private readonly factors: SecondFactors,
    private readonly demand: MfaDemand,
    private readonly devices: DeviceArrivals,
  ) {}

  /** After the first proof: asks for the second factor where one is set up, otherwise opens the session. */
  async proceed(person: Person, way: WayIn, reply: FastifyReply): Promise<NextStep> {
    if (!(await this.owes(person, way)) || !(await this.factors.enrolled(person.id)))
      return this.open(person, way, reply);
    const value = await this.tokens.sign('second-factor', { sub: person.id, entry: way.entry }, SECOND_FACTOR_SECONDS);
    setCookie(reply, SECOND_FACTOR_COOKIE, { value, maxAge: SECOND_FACTOR_SECONDS });
    return 'totp_required';
  }

  /** Opens a new session with new tokens; who owes a second factor gets one for setting it up only. */
  async open(person: Person, { amr, entry }: WayIn, reply: FastifyReply): Promise<NextStep> {
    const owes = await this.lacks(person, amr);
    const session = { userId: person.id, interactive: true, amr, entryId: entry?.id ?? null };
    await this.keeper.enter({ ...session, scope: owes ? 'enrolment' : 'full' }, reply);
    this.trail.succeeded(person, amr, entry?.via);
    if (!owes) await this.devices.signedIn(person, reply);
    return owes ? 'enrolment_required' : 'signed_in';
  }

  /** True while a factor that is set up has not been shown: any, or a passkey where it must be one. */
  private async owes(person: Person, { amr }: WayIn): Promise<boolean> {
    return !amr.includes('mfa') || (!amr.includes('passkey') && (await this.demand.passkey(person.id)));
  }

  /** True where more is demanded of the person than they have shown. */
  private async lacks(person: Person, amr: readonly string[]): Promise<boolean> {
    if (amr.includes('passkey')) return false;
    if (await this.demand.passkey(person.id)) return true;
    return !amr.includes('mfa') && (await this.demand.of(person.id));
  }
}
