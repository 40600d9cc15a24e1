import { Injectable } from '@nestjs/common';
import { Passwords } from '../passwords/passwords';
import { KnownDevices } from './known-devices';
import { SignInPeople } from './sign-in-people';
import { SignInTrail } from './sign-in-trail';
import { Slowdown } from './slowdown';

/** Passwords tried in a directory: slowed down, counted and written down like those tried here. */
@Injectable()
export class PlaceTrials {
  constructor(
    private readonly passwords: Passwords,
    private readonly slowdown: Slowdown,
    private readonly trail: SignInTrail,
    private readonly people: SignInPeople,
    private readonly devices: KnownDevices,
  ) {}

  /** Undefined when refused. Whoever is slowed down is not tried at all, so that guessing here locks nobody out there. */
  async run<T>(login: string, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    const person = await this.people.byEmail(login);
    const device = person ? this.devices.of(person.id) : null;
    const trial = { of: 'directory', account: login, ip: this.trail.ip, device, userId: person?.id ?? null } as const;
    const blocked = await this.slowdown.blocked(trial);
    // As for a local account, so that time does not tell where somebody belongs.
    await this.passwords.verify(null, login);
    const answer = blocked ? undefined : await attempt();
    if (answer !== undefined) {
      await this.slowdown.succeeded(trial);
      return answer;
    }
    if (!blocked) await this.slowdown.failed(trial);
    await this.trail.failed(person, login, blocked ? 'slowed_down' : 'directory');
    return undefined;
  }
}
