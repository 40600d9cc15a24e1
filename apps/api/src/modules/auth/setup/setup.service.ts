import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccountDatabase, Repositories, Sql } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import type { Settings } from '../../../platform/config';
import { UserEntity } from '../../access';
import { SignInLinks } from '../links/sign-in-links';
import { Passwords } from '../passwords/passwords';
import { SessionKeeper } from '../sessions/session-keeper';
import type { SetupDto } from './setup.dto';
import { FirstOrganisation } from './first-organisation';

const ANYBODY = 'SELECT 1 FROM user_account LIMIT 1';

/** The first run: open while there is no user, and only with the token the start printed. */
@Injectable()
export class Setup {
  constructor(
    private readonly sql: Sql,
    private readonly repositories: Repositories,
    private readonly links: SignInLinks,
    private readonly passwords: Passwords,
    private readonly keeper: SessionKeeper,
    private readonly first: FirstOrganisation,
  ) {}

  async open(): Promise<boolean> {
    return (await this.sql.house(ANYBODY)).length === 0;
  }

  /** The same without the whole house: every start asks, and nearly always there is somebody. */
  static async openIn(settings: Settings): Promise<boolean> {
    const database = await AccountDatabase.open(settings, 'application');
    try {
      return (await database.query(ANYBODY)).length === 0;
    } finally {
      await database.close();
    }
  }

  /** A new set-up link token, or null when somebody has an account already. */
  async link(): Promise<string | null> {
    return (await this.open()) ? this.links.make('setup', null) : null;
  }

  /** Creates the first administrator and signs them in; a second factor comes next. */
  async run(input: SetupDto, reply: FastifyReply): Promise<void> {
    await this.links.use(input.token, 'setup');
    if (!(await this.open()))
      throw new Conflict('setup.done', { detail: 'The platform is set up already. Sign in instead.' });
    const client = input.organisation?.name ?? null;
    const user = await this.createAdmin(input, client ? [client] : []);
    await this.first.make(user, client);
    await this.keeper.enter({ userId: user.id, scope: 'enrolment', interactive: true, amr: ['pwd'] }, reply);
  }

  /** An administrator made from the command line or the wizard. */
  async createAdmin(
    { email, name, password }: Pick<SetupDto, 'email' | 'name' | 'password'>,
    words: readonly string[] = [],
  ): Promise<UserEntity> {
    const user = await this.repositories.house(UserEntity).create({
      email,
      name,
      state: 'active',
      platformAdmin: true,
      requireMfa: true,
      authzEpoch: 1,
      preferences: null,
    });
    await this.passwords.set(user.id, password, { words: [email.split('@')[0] ?? '', name, ...words] });
    return user;
  }
}
