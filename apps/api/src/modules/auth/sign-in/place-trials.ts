import { Injectable } from '@nestjs/common';
import { Passwords } from '../passwords/passwords';
import { SignInTrail } from './sign-in-trail';
import { Slowdown } from './slowdown';

/** Passwords tried in a directory: slowed down, counted and written down like those tried here. */
@Injectable()
export class PlaceTrials {
  constructor(
    private readonly passwords: Passwords,
    private readonly slowdown: Slowdown,
    private readonly trail: SignInTrail,
  ) {}

  /** Undefined when refused. Whoever is slowed down is not tried at all, so that guessing here locks nobody out there. */
  async run<T>(login: string, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    const trial = { of: 'password', account: login, ip: this.trail.ip } as const;
    const blocked = await this.slowdown.blocked(trial);
    // As for a local account, so that time does not tell where somebody belongs.
    await this.passwords.verify(null, login);
    const answer = blocked ? undefined : await attempt();
    if (answer !== undefined) {
      await this.slowdown.succeeded(trial);
      return answer;
    }
    await this.slowdown.failed(trial);
    await this.trail.failed(undefined, login, blocked ? 'slowed_down' : 'directory');
    return undefined;
  }
}
