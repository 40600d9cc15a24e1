import { Injectable } from '@nestjs/common';
import { MembershipEndings } from '../access';
import { ApiKeyEndings } from '../api-keys';
import { Passwords, SecondFactors, SessionStore } from '../auth';
import { BreakGlass } from '../sso';

/** Ends what an account is made of, each part at its own door. */
@Injectable()
export class OffboardingEndings {
  constructor(
    private readonly sessions: SessionStore,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly keys: ApiKeyEndings,
    private readonly breakGlass: BreakGlass,
    private readonly memberships: MembershipEndings,
  ) {}

  async end(userId: string): Promise<void> {
    await this.keys.end(userId);
    // Identities stay linked: one that nobody has would be let in as somebody new where newcomers get an account.
    await this.memberships.end(userId);
    await this.factors.reset(userId);
    await this.passwords.forget(userId);
    await this.sessions.revokeAll(userId);
    await this.breakGlass.forget(userId);
  }
}
