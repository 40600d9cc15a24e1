import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { changesBetween } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { SecondFactors } from '../factors/second-factors';
import { SignInSettings, type SignInRules } from '../sign-in/sign-in-settings';

/** The sign-in rules, with a trail of their changes. */
@Injectable()
export class SignInRulesService {
  constructor(
    private readonly settings: SignInSettings,
    private readonly events: EventRecorder,
    private readonly factors: SecondFactors,
    private readonly context: RequestContext,
  ) {}

  read(): Promise<SignInRules> {
    return this.settings.read();
  }

  async write(change: Partial<SignInRules>): Promise<SignInRules> {
    const before = await this.settings.read();
    if (change.requirePasskey === 'administrators') await this.requireOwnPasskey();
    const after = await this.settings.write(change);
    this.events.record({
      action: 'setting.updated',
      category: 'admin',
      details: { setting: 'sign_in' },
      changes: changesBetween(before, after, []),
    });
    return after;
  }

  /** Whoever demands passkeys has one: it shows that they work here, and that somebody still gets in. */
  private async requireOwnPasskey(): Promise<void> {
    if ((await this.factors.of(this.context.actor.id)).passkeys > 0) return;
    throw Invalid.field('/requirePasskey', 'own_first', 'Add a passkey to your own account before you demand them.');
  }
}
