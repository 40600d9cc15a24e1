import { Injectable } from '@nestjs/common';
import { generatePassphrase } from '@st0r/crypto/browser';
import { totpCode, totpSettings, parseOtpauth } from '@st0r/crypto';
import { UserEntity } from '../modules/access';
import { Passwords, Totp } from '../modules/auth';
import { Repositories, UnitOfWork } from '../platform/database';
import { SampleSessions } from './sample-sessions';

/** How somebody made for the sample signs in; printed once, kept nowhere. */
export interface SignInSheet {
  name: string;
  role: string;
  email: string;
  password: string;
  totpSecret: string;
}

/** People for the sample clients, with random passwords and working second factors. */
@Injectable()
export class SamplePeople {
  constructor(
    private readonly repositories: Repositories,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly sessions: SampleSessions,
  ) {}

  /** Makes an account that can sign in at once; one that is there already gets a new password and a new authenticator. */
  make(name: string, role: string, platformAdmin = false): Promise<{ id: string; sheet: SignInSheet }> {
    return this.work.run(async () => {
      const email = `${name.toLowerCase().replace(' ', '.')}@provider.example`;
      const password = generatePassphrase({ words: 5 }).value;
      const users = this.repositories.house(UserEntity);
      const user =
        (await users.findOne({ email })) ??
        (await users.create({
          ...{ email, name, state: 'active', platformAdmin, requireMfa: true, authzEpoch: 1, preferences: null },
        }));
      await this.totp.reset(user.id);
      await this.passwords.set(user.id, password, { words: [] });
      return { id: user.id, sheet: { name, role, email, password, totpSecret: await this.enrol(user.id, name) } };
    });
  }

  /** A bearer token for the time of loading. */
  token(userId: string): Promise<{ token: string; end: () => Promise<void> }> {
    return this.sessions.open(userId);
  }

  private async enrol(userId: string, name: string): Promise<string> {
    const { otpauthUri, secret } = await this.totp.begin(userId, name);
    const { totp } = parseOtpauth(otpauthUri);
    const settings = totpSettings(totp.seed);
    const codes = [-30_000, 0].map((offset) => totpCode(settings, Date.now() + offset).code);
    await this.totp.confirm(userId, codes);
    return secret;
  }
}
