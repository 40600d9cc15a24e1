import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { BreachedPasswords } from '../../breaches';
import { SecondFactors } from '../factors/second-factors';
import { SignInPeople } from '../sign-in/sign-in-people';
import { PasswordHash } from './password-hash';
import { MIN_ALONE, MIN_PASSWORD, breached, requireGoodPassword } from './password-policy';

/** Acts for which a factor alone is not enough: the password is asked for as well, where there is one. */
const PASSWORD_TOO = new Set(['factor']);

/** What a new password must not be made of, beside the names of the person's clients, and the field it came in. */
export interface PasswordWords {
  words: readonly string[];
  pointer?: string;
}

/** A password that may be kept; `unknown` where nobody could be asked whether it was stolen. */
export interface JudgedPassword {
  password: string;
  breachCheck: 'clean' | 'unknown';
}

/** The stored passwords. */
@Injectable()
export class Passwords {
  constructor(
    private readonly sql: Sql,
    private readonly hashing: PasswordHash,
    private readonly people: SignInPeople,
    private readonly factors: SecondFactors,
    private readonly breaches: BreachedPasswords,
  ) {}

  /** What a hash costs from now on, for suites that sign hundreds of people in; no setting reaches it. */
  hashFor(cost: Pick<PasswordHash['cost'], 'memoryCost' | 'timeCost'>): void {
    this.hashing.cost = { ...this.hashing.cost, ...cost };
  }

  /** Judges and keeps a password, where nothing was written yet or nobody else could wait for it. */
  async set(userId: string, password: string, demand: PasswordWords): Promise<JudgedPassword> {
    const judged = await this.judge(userId, password, demand);
    await this.keep(userId, judged);
    return judged;
  }

  /** Throws Invalid unless it may be a password of this account. Called before the first write: a service may be asked. */
  async judge(
    userId: string,
    password: string,
    { words, pointer = '/password' }: PasswordWords,
  ): Promise<JudgedPassword> {
    const min = (await this.alone(userId)) ? MIN_ALONE : MIN_PASSWORD;
    await requireGoodPassword(password, { words: [...words, ...(await this.clientsOf(userId))], min, pointer });
    const { status, times } = await this.breaches.check(password);
    if (status === 'breached') throw breached(times, pointer);
    return { password, breachCheck: status };
  }

  async keep(userId: string, { password }: JudgedPassword): Promise<void> {
    await this.store(userId, await this.hashing.hash(password));
  }

  /** True when right. An unknown user costs the same time. */
  async verify(userId: string | null, password: string): Promise<boolean> {
    const [row] = userId
      ? await this.sql.house<{ hash: string }>('SELECT hash FROM user_password WHERE user_id = ?', [userId])
      : [];
    const right = await this.hashing.verify(row?.hash ?? null, password);
    if (right && row && userId && this.hashing.outdated(row.hash))
      await this.store(userId, await this.hashing.hash(password));
    return right;
  }

  async exists(userId: string): Promise<boolean> {
    return (await this.sql.house('SELECT 1 FROM user_password WHERE user_id = ?', [userId])).length > 0;
  }

  /** True while there is one that is a way in: where it is closed for signing in, it proves nothing either. */
  async counts(userId: string): Promise<boolean> {
    const person = await this.people.byId(userId);
    if (!person || !(await this.exists(userId))) return false;
    return !(await this.people.passwordClosed(person.email, person));
  }

  /** Whether a fresh proof for this class of acts holds the password of this account, whatever else it holds. */
  async neededFor(className: string, userId: string): Promise<boolean> {
    return PASSWORD_TOO.has(className) && this.counts(userId);
  }

  /** Takes the password away, and every open link that could make a new one. */
  async forget(userId: string): Promise<void> {
    await this.sql.house('DELETE FROM user_password WHERE user_id = ?', [userId]);
    await this.sql.house('DELETE FROM sign_in_link WHERE user_id = ?', [userId]);
  }

  /** Whether it is all that is asked for at the door. */
  private async alone(userId: string): Promise<boolean> {
    return !(await this.factors.enrolled(userId)) && !(await this.factors.demanded(userId)).demanded;
  }

  private async clientsOf(userId: string): Promise<string[]> {
    const rows = await this.sql.house<{ name: string }>(
      `SELECT DISTINCT o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id
       WHERE m.user_id = ? AND m.archived_at IS NULL LIMIT 500 /* a person's own clients */`,
      [userId],
    );
    return rows.map(({ name }) => name);
  }

  private async store(userId: string, hash: string): Promise<void> {
    await this.sql.house(
      'INSERT INTO user_password (user_id, hash, changed_at) VALUES (?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE hash = VALUES(hash), changed_at = VALUES(changed_at)',
      [userId, hash],
    );
  }
}
