import { Injectable } from '@nestjs/common';
import { Passwords } from '../passwords/passwords';
import { KnownDevices } from './known-devices';
import { SignInPeople } from './sign-in-people';
import { SignInTrail } from './sign-in-trail';
import { Slowdown, type Trial } from './slowdown';

/** Passwords tried in a directory: slowed down, counted and written down like those tried here. */
@Injectable()
export class PlaceTrials {
  /** The end of the line for each name somebody is trying right now. */
  private readonly lines = new Map<string, Promise<unknown>>();

  constructor(
    private readonly passwords: Passwords,
    private readonly slowdown: Slowdown,
    private readonly trail: SignInTrail,
    private readonly people: SignInPeople,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * Undefined when refused. Whoever is slowed down is not tried at all, and of strangers who try one name at the same time
   * one follows the other, so that what is tried at once does not all reach the directory, which may lock the account.
   * A known device has a line of its own, as it has its own counter; only an e-mail address tells whose device it is.
   */
  async run<T>(login: string, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    const person = await this.people.byEmail(login);
    const device = person ? this.devices.of(person.id) : null;
    const trial = { of: 'directory', account: login, ip: this.trail.ip, device, userId: person?.id ?? null } as const;
    // As for a local account, so that time does not tell where somebody belongs.
    await this.passwords.verify(null, login);
    const line = `${login.trim().toLowerCase()}\n${device ?? ''}`;
    const waits = await this.slowdown.blocked(trial);
    const tried = waits ? 'slowed_down' : await this.inLine(line, () => this.tried(trial, attempt));
    if (typeof tried !== 'string') return tried.answer;
    await this.trail.failed(person, login, tried);
    return undefined;
  }

  /** The answer, or why there is none. */
  private async tried<T>(
    trial: Trial,
    attempt: () => Promise<T | undefined>,
  ): Promise<{ answer: T } | 'slowed_down' | 'directory'> {
    if (await this.slowdown.blocked(trial)) return 'slowed_down';
    const answer = await attempt();
    if (answer === undefined) {
      await this.slowdown.failed(trial);
      return 'directory';
    }
    await this.slowdown.succeeded(trial);
    return { answer };
  }

  private async inLine<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.lines.get(name) ?? Promise.resolve()).then(work, work);
    this.lines.set(name, turn);
    try {
      return await turn;
    } finally {
      if (this.lines.get(name) === turn) this.lines.delete(name);
    }
  }
}
