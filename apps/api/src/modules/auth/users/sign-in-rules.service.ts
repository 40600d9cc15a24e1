import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { SignInSettings, type SignInRules } from '../sign-in/sign-in-settings';

/** The sign-in rules, with a trail of their changes. */
@Injectable()
export class SignInRulesService {
  constructor(
    private readonly settings: SignInSettings,
    private readonly events: EventRecorder,
  ) {}

  read(): Promise<SignInRules> {
    return this.settings.read();
  }

  async write(change: Partial<SignInRules>): Promise<SignInRules> {
    const before = await this.settings.read();
    const after = await this.settings.write(change);
    this.events.record({
      action: 'setting.updated',
      category: 'admin',
      details: { setting: 'sign_in' },
      changes: changesBetween(before, after, []),
    });
    return after;
  }
}
