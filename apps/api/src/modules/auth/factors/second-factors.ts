import { Injectable } from '@nestjs/common';
import { PasskeyStore } from '../passkeys/passkey-store';
import { MfaDemand } from '../sign-in/mfa-demand';
import { Totp } from '../totp/totp';

/** The second factors an account has. */
export interface OwnFactors {
  totp: boolean;
  passkeys: number;
}

/** Whatever proves a person beside their password: an authenticator, or a passkey. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly totp: Totp,
    private readonly passkeys: PasskeyStore,
    private readonly demand: MfaDemand,
  ) {}

  async of(userId: string): Promise<OwnFactors> {
    const [totp, passkeys] = await Promise.all([this.totp.enrolled(userId), this.passkeys.count(userId)]);
    return { totp, passkeys };
  }

  /** What is demanded of the account. */
  async demanded(userId: string): Promise<{ demanded: boolean; passkeyDemanded: boolean }> {
    const passkeyDemanded = await this.demand.passkey(userId);
    return { passkeyDemanded, demanded: passkeyDemanded || (await this.demand.of(userId)) };
  }

  async enrolled(userId: string): Promise<boolean> {
    const { totp, passkeys } = await this.of(userId);
    return totp || passkeys > 0;
  }

  /** What may finish a sign-in or prove it anew: who must show a passkey, and has one, shows that. */
  async asked(userId: string): Promise<OwnFactors> {
    const own = await this.of(userId);
    return own.passkeys > 0 && (await this.demand.passkey(userId)) ? { ...own, totp: false } : own;
  }

  /** True when without this passkey the account lacks what is demanded of it. */
  async needed(userId: string, passkeyId: string): Promise<boolean> {
    const others = (await this.passkeys.ofUser(userId)).filter(({ id }) => id !== passkeyId);
    if (others.length > 0) return false;
    if (await this.demand.passkey(userId)) return true;
    return !(await this.totp.enrolled(userId)) && (await this.demand.of(userId));
  }

  /** Takes all of them away, after a loss or at the end. */
  async reset(userId: string): Promise<void> {
    await this.totp.reset(userId);
    await this.passkeys.removeAll(userId);
  }
}
