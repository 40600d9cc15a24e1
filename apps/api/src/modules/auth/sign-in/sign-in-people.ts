import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { PasswordPlaces } from './password-places';

/** What signing in needs to know of an account. */
export interface SignInPerson {
  id: string;
  name: string;
  email: string;
  state: string;
}

const COLUMNS = 'id, name, email, state';

/**
 * Only case may differ. The database's comparison ignores accents and invisible characters as well, and what is counted
 * and closed by address would not know such a spelling.
 */
export const sameAddress = (kept: string, typed: string): boolean => kept.toLowerCase() === typed.toLowerCase();

/** The accounts somebody may sign in with. */
@Injectable()
export class SignInPeople {
  constructor(
    private readonly sql: Sql,
    private readonly places: PasswordPlaces,
  ) {}

  async byEmail(email: string): Promise<SignInPerson | undefined> {
    const typed = email.trim();
    const [row] = await this.sql.house<SignInPerson>(`SELECT ${COLUMNS} FROM user_account WHERE email = ?`, [typed]);
    return row && sameAddress(row.email, typed) ? row : undefined;
  }

  async byId(id: string): Promise<SignInPerson | undefined> {
    const [row] = await this.sql.house<SignInPerson>(`SELECT ${COLUMNS} FROM user_account WHERE id = ?`, [id]);
    return row;
  }

  /** True where the local password is no way in: asked for unknown addresses too, so that time tells nothing. */
  passwordClosed(email: string, person: SignInPerson | undefined): Promise<boolean> {
    return this.places.closed(email.trim(), person?.id ?? null);
  }
}
