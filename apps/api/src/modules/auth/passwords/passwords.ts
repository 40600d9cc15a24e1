import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { SignInPeople } from '../sign-in/sign-in-people';
import { PasswordHash } from './password-hash';
import { requireGoodPassword } from './password-policy';

/** The stored passwords. */
@Injectable()
export class Passwords {
  constructor(
    private readonly sql: Sql,
    private readonly hashing: PasswordHash,
    private readonly people: SignInPeople,
  ) {}

  /** Checks and stores a password; `words` are those it must not be made of. */
  async set(
    userId: string,
    password: string,
    { words, pointer }: { words: readonly string[]; pointer?: string },
  ): Promise<void> {
    requireGoodPassword(password, words, pointer);
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

  /** Takes the password away, and every open link that could make a new one. */
  async forget(userId: string): Promise<void> {
    await this.sql.house('DELETE FROM user_password WHERE user_id = ?', [userId]);
    await this.sql.house('DELETE FROM sign_in_link WHERE user_id = ?', [userId]);
  }

  private async store(userId: string, hash: string): Promise<void> {
    await this.sql.house(
      'INSERT INTO user_password (user_id, hash, changed_at) VALUES (?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE hash = VALUES(hash), changed_at = VALUES(changed_at)',
      [userId, hash],
    );
  }
}
