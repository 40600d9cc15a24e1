import { Injectable } from '@nestjs/common';
import { generatePassphrase } from '@st0r/crypto/browser';
import { totpCode, totpSettings, parseOtpauth } from '@st0r/crypto';
import { MembershipEntity, RoleEntity, UserEntity } from '../modules/access';
import { Passwords, Totp } from '../modules/auth';
import { RequestContext } from '../platform/context';
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
    private readonly context: RequestContext,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly sessions: SampleSessions,
  ) {}

  /** Makes an account that can sign in at once. */
  make(name: string, role: string, platformAdmin = false): Promise<{ id: string; sheet: SignInSheet }> {
    return this.work.run(async () => {
      const email = `${name.toLowerCase().replace(' ', '.')}@provider.example`;
      const password = generatePassphrase({ words: 5 }).value;
      const user = await this.repositories
        .house(UserEntity)
        .create({ email, name, state: 'active', platformAdmin, requireMfa: true, authzEpoch: 1, preferences: null });
      await this.passwords.set(user.id, password, { words: [] });
      return { id: user.id, sheet: { name, role, email, password, totpSecret: await this.enrol(user.id, name) } };
    });
  }

  /** Gives a person a role of the house in an organisation. */
  async join(
    userId: string,
    userName: string,
    { organisationId, role }: { organisationId: string; role: string },
  ): Promise<void> {
    await this.work.run(async () => {
      const found = await this.repositories.house(RoleEntity).findOne({ template: role });
      this.context.limitTo([organisationId]);
      await this.repositories.of(MembershipEntity).create({
        organisationId,
        userId,
        roleId: found!.id,
        userName,
        source: 'local',
        validFrom: null,
        validUntil: null,
      });
      const user = await this.repositories.house(UserEntity).get(userId);
      await this.repositories.house(UserEntity).update(user, { authzEpoch: user.authzEpoch + 1 });
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
