import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { Passwords, SessionStore } from '../../auth';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { ExternalPeople } from '../identities/external-people';
import { ActingPerson } from './acting-person';
import type { ExternalProof } from './external-proof';
import { provesMfa } from './proves-mfa';
import type { ClaimedAttempt } from './sign-in-attempts';
import { SsoRefused } from './sso-refused';

/** Clocks may differ by this much. */
const SKEW_MS = 60_000;

/** A fresh proof of identity, given at the provider somebody came in through. */
@Injectable()
export class ProviderStepUps {
  constructor(
    private readonly people: ExternalPeople,
    private readonly sessions: SessionStore,
    private readonly passwords: Passwords,
    private readonly acting: ActingPerson,
    private readonly work: UnitOfWork,
  ) {}

  /** The same person, in the same session, signed in anew after we asked, and no weaker than before. */
  async finish(connection: SignInConnectionEntity, attempt: ClaimedAttempt, proof: ExternalProof): Promise<void> {
    await this.work.run(async () => {
      const { user, session } = await this.acting.become(attempt);
      const identity = await this.people.find(connection.id, proof.subject);
      if (identity?.userId !== user.id)
        throw new SsoRefused('other_person', 'Somebody else signed in at the provider than is signed in here.');
      requireFresh(proof, attempt);
      const className = attempt.stepUpClass ?? '';
      if (await this.passwords.neededFor(className, user.id))
        throw new SsoRefused('factor_missing', 'This takes the password of the account here, which no provider knows.');
      const strong = (JSON.parse(session.amr) as string[]).includes('mfa');
      if (strong && !provesMfa(connection, proof))
        throw new SsoRefused(
          'factor_missing',
          'The provider asked for no second factor this time, and the session had one.',
        );
      await this.sessions.stepUp(session.id, className);
      await this.acting.note('session.stepped_up', user, { class: className, via: connection.name });
    });
  }
}

/** `auth_time` must lie after our question: a provider that ignores `prompt=login` proves nothing. */
function requireFresh({ authTime }: ExternalProof, { createdAt }: ClaimedAttempt): void {
  if (authTime && authTime.getTime() >= createdAt.getTime() - SKEW_MS) return;
  throw new SsoRefused(
    'login_not_fresh',
    authTime
      ? 'The provider did not ask the person to sign in again.'
      : 'The provider does not say when the person signed in ("auth_time"), so it cannot confirm anything.',
  );
}
