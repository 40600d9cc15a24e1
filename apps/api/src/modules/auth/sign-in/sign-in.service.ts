import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors';
import { Passwords } from '../passwords/passwords';
import { Totp } from '../totp/totp';
import { KnownDevices } from './known-devices';
import { SignInPeople } from './sign-in-people';
import { SignInTrail } from './sign-in-trail';
import { Slowdown, type Trial } from './slowdown';

/** A person whose password was right. */
export interface Proven {
  id: string;
  name: string;
  email: string;
}

/** Checks who somebody is. Every failure is the same answer: nothing tells whether an account exists. */
@Injectable()
export class SignIn {
  constructor(
    private readonly people: SignInPeople,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly slowdown: Slowdown,
    private readonly trail: SignInTrail,
    private readonly devices: KnownDevices,
  ) {}

  async password(email: string, password: string): Promise<Proven> {
    const user = await this.people.byEmail(email);
    const closed = await this.people.passwordClosed(email, user);
    const trial = this.trialOf(email, user);
    const blocked = await this.slowdown.blocked(trial);
    // The hash is computed in every case, so that time tells nothing either.
    const right = await this.passwords.verify(user?.id ?? null, password);
    if (!user || !right || blocked || closed || user.state !== 'active') {
      // What is not tried is not counted: hammering at an account that waits does not turn it off.
      if (!blocked) await this.slowdown.failed(trial);
      await this.trail.failed(user, email, reasonOf({ blocked, closed, right }));
      throw refused();
    }
    await this.slowdown.succeeded(trial);
    return { id: user.id, name: user.name, email: user.email };
  }

  /** Whether somebody who tries this name now is not tried at all. */
  async waits(email: string): Promise<boolean> {
    return this.slowdown.blocked(this.trialOf(email, await this.people.byEmail(email)));
  }

  /** Checks the second factor; a used code is a wrong code. */
  async secondFactor(
    userId: string,
    { code, recoveryCode }: { code?: string | null; recoveryCode?: string | null },
  ): Promise<string> {
    const trial = { of: 'factor', account: userId, userId, ip: null, device: this.devices.of(userId) } as const;
    const blocked = await this.slowdown.blocked(trial);
    const kind = code ? 'otp' : 'recovery';
    const right =
      !blocked &&
      (code ? await this.totp.use(userId, code) : await this.totp.useRecoveryCode(userId, recoveryCode ?? ''));
    if (right) {
      await this.slowdown.succeeded(trial);
      return kind;
    }
    if (!blocked) await this.slowdown.failed(trial);
    await this.trail.failed({ id: userId, name: '' }, '', blocked ? 'slowed_down' : 'second_factor');
    throw new DomainError('Forbidden', 'auth.code_wrong', {
      status: 401,
      detail: 'This code is not right, or it was used already. Wait for the next one.',
    });
  }

  private trialOf(account: string, user: Proven | undefined): Trial {
    const device = user ? this.devices.of(user.id) : null;
    return { of: 'password', account, userId: user?.id ?? null, ip: this.trail.ip, device };
  }

  /** The person of a half-finished sign-in; an account disabled in between is refused like a wrong password. */
  async person(userId: string): Promise<Proven> {
    const user = await this.people.byId(userId);
    if (user?.state !== 'active') throw refused();
    return { id: user.id, name: user.name, email: user.email };
  }
}

/** For the audit log; the person at the keyboard always gets the same answer. */
const reasonOf = ({ blocked, closed, right }: { blocked: boolean; closed: boolean; right: boolean }): string =>
  blocked ? 'slowed_down' : closed && right ? 'password_closed' : 'password';

/** The one answer to everybody who does not get in. */
export const refused = (): DomainError =>
  new DomainError('Forbidden', 'auth.refused', {
    status: 401,
    detail: 'E-mail and password do not match, or signing in is paused for a moment. Try again later.',
  });
