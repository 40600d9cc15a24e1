import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import type { UserEntity } from '../../access';
import { Passwords } from '../passwords/passwords';
import { MfaDemand } from '../sign-in/mfa-demand';
import { Proofs } from '../sign-in/proofs';
import { Totp } from '../totp/totp';
import type { MyMfaDto, PasswordChangeDto } from './me.dto';
import { SessionEnding } from './session-ending';

/** Password and second factor of one's own account. A change ends all other sessions. */
@Injectable()
export class AccountFactors {
  constructor(
    private readonly totp: Totp,
    private readonly demand: MfaDemand,
    private readonly proofs: Proofs,
    private readonly passwords: Passwords,
    private readonly ending: SessionEnding,
    private readonly context: RequestContext,
  ) {}

  async state(userId: string): Promise<MyMfaDto> {
    return {
      totp: await this.totp.enrolled(userId),
      recoveryCodesLeft: await this.totp.recoveryCodesLeft(userId),
      demanded: await this.demand.of(userId),
    };
  }

  async changePassword(user: UserEntity, { current, next, code }: PasswordChangeDto): Promise<void> {
    await this.proofs.requirePassword(current, '/current');
    await this.proofs.require({ code, password: current, class: 'password' });
    await this.passwords.set(user.id, next, {
      words: [user.email.split('@')[0] ?? '', user.name],
      pointer: '/next',
    });
    await this.ending.others(user.id);
  }

  /** Starts an enrolment. Replacing a working second factor needs a fresh proof, which the guard demanded. */
  begin(): Promise<{ otpauthUri: string; secret: string }> {
    return this.totp.begin(this.context.actor.id, this.context.actor.name);
  }

  async confirm(codes: readonly string[]): Promise<string[]> {
    const recoveryCodes = await this.totp.confirm(this.context.actor.id, codes);
    await this.ending.enrolled();
    return recoveryCodes;
  }

  async newRecoveryCodes(): Promise<string[]> {
    const codes = await this.totp.newRecoveryCodes(this.context.actor.id);
    this.ending.note('user.recovery_codes_renewed');
    return codes;
  }
}
