import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Conflict, Invalid, StepUpRequired } from '../../../platform/errors';
import { Mails } from '../../mail';
import { Passwords } from '../passwords/passwords';
import { PasswordPlaces } from '../sign-in/password-places';
import { sameAddress, type SignInPerson } from '../sign-in/sign-in-people';

/** As the guard in front of it. */
const FRESH_SECONDS = 300;

/** Why somebody cannot change their address here. */
export interface EmailChangeClosure {
  code: string;
  detail: string;
}

/** Who may change their e-mail address, and to what. */
@Injectable()
export class EmailChangeRules {
  constructor(
    private readonly mails: Mails,
    private readonly places: PasswordPlaces,
    private readonly passwords: Passwords,
    private readonly context: RequestContext,
  ) {}

  /** Undefined where the address can be changed here. */
  async closure({ id, email }: SignInPerson): Promise<EmailChangeClosure | undefined> {
    const kept = await this.places.keepsAddress(id, email);
    if (kept) return { code: 'email.kept_elsewhere', detail: kept };
    if (!(await this.passwords.counts(id)))
      return {
        code: 'email.password_needed',
        detail: 'Your account has no password here. An administrator can send you a link to set one first.',
      };
    if (await this.mails.leave()) return undefined;
    return {
      code: 'email.mail_needed',
      detail:
        'Your address cannot be changed yet: without a mail server nobody can prove that the new mailbox is theirs. An administrator sets one under Administration, Mail.',
    };
  }

  async requireOpen(person: SignInPerson): Promise<void> {
    const closure = await this.closure(person);
    if (closure) throw new Conflict(closure.code, { detail: closure.detail });
  }

  /** Says nothing about whether the address is somebody else's: only its mailbox learns that. */
  async requireFit(person: SignInPerson, email: string): Promise<void> {
    if (sameAddress(person.email, email)) throw Invalid.field('/email', 'same', 'This is your address already.');
    const refused = await this.places.refusesAddress(person.id, email);
    if (refused) throw Invalid.field('/email', 'enforced', refused);
  }

  /**
   * The guard counts a fresh sign-in as well, and somebody may have come in with a passkey or through a connection alone:
   * whoever moves the account away has shown its password.
   */
  requirePassword(): void {
    const { session } = this.context.actor;
    const proved = Date.now() - (session?.steppedUp['factor'] ?? 0) <= FRESH_SECONDS * 1000;
    if (!proved && !session?.amr.includes('pwd')) throw new StepUpRequired('factor', FRESH_SECONDS);
  }
}
