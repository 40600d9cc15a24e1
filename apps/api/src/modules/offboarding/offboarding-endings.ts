import { Injectable } from '@nestjs/common';
import { MembershipEndings } from '../access';
import { ApiKeyEndings } from '../api-keys';
import { Passwords, SecondFactors, SessionStore } from '../auth';
import { IdentityLinks } from '../sso';

/** Ends what an account is made of, each part at its own door. */
@Injectable()
export class OffboardingEndings {
  constructor(
    private readonly sessions: SessionStore,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly keys: ApiKeyEndings,
    private readonly identities: IdentityLinks,
    private readonly memberships: MembershipEndings,
  ) {}

  async end(userId: string): Promise<void> {
    await this.keys.end(userId);
    // Identities before roles: unlinking takes back the roles that groups gave, and those that are left end after it.
    for (const identity of await this.identities.of(userId)) await this.identities.unlink(identity);
    await this.memberships.end(userId);
    await this.factors.reset(userId);
    await this.passwords.forget(userId);
    await this.sessions.revokeAll(userId);
  }
}
