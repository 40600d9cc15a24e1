import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import type { UserEntity } from '../../access';
import { Passwords } from '../passwords/passwords';
import { SecondFactors } from '../factors/second-factors';
import { Proofs } from '../sign-in/proofs';
import { Totp } from '../totp/totp';
import type { MyMfaDto, PasswordChangeDto } from './me.dto';
import { SessionEnding } from './session-ending';

/** Password and second factor of one's own account. A change ends all other sessions. */
@Injectable()
export class AccountFactors {
  constructor(
    private readonly totp: Totp,
    private readonly proofs: Proofs,
    private readonly passwords: Passwords,
    private readonly ending: SessionEnding,
    private readonly factors: SecondFactors,
    private readonly context: RequestContext,
  ) {}

  async state(userId: string): Promise<MyMfaDto> {
    const [own, password, recoveryCodesLeft, demanded] = await Promise.all([
      this.factors.of(userId),
      this.passwords.counts(userId),
      this.totp.recoveryCodesLeft(userId),
      this.factors.demanded(userId),
    ]);
    return { ...own, password, recoveryCodesLeft, ...demanded };
  }

  async changePassword(user: UserEntity, { current, next, code, passkey }: PasswordChangeDto): Promise<void> {
    await this.proofs.requirePassword(current, '/current');
    const words = [user.email.split('@')[0] ?? '', user.name];
    const judged = await this.passwords.judge(user.id, next, { words, pointer: '/next' });
    await this.proofs.require({ code, passkey, password: current, class: 'password' });
    await this.passwords.keep(user.id, judged);
    await this.ending.others(user.id);
    await this.ending.tell('user.password_changed', { breachCheck: judged.breachCheck });
  }

  /** Starts an enrolment. Replacing a working second factor needs a fresh proof, which the guard demanded. */
  begin(): Promise<{ otpauthUri: string; secret: string }> {
    return this.totp.begin(this.context.actor.id, this.context.actor.name);
  }

  async confirm(codes: readonly string[]): Promise<string[]> {
    const recoveryCodes = await this.totp.confirm(this.context.actor.id, codes);
    await this.ending.enrolled('otp');
    return recoveryCodes;
  }

  async newRecoveryCodes(): Promise<string[]> {
    const codes = await this.totp.newRecoveryCodes(this.context.actor.id);
    await this.ending.tell('user.recovery_codes_renewed');
    return codes;
  }
}
