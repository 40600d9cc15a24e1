import { Injectable } from '@nestjs/common';
import { AccessToken, SessionStore } from '../modules/auth';
import { UnitOfWork } from '../platform/database';

/** A session for loading, ended afterwards. */
@Injectable()
export class SampleSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: AccessToken,
    private readonly work: UnitOfWork,
  ) {}

  async open(userId: string): Promise<{ token: string; end: () => Promise<void> }> {
    const { id } = await this.work.run(() =>
      this.sessions.open({ userId, scope: 'full', interactive: false, amr: ['sample'] }),
    );
    const token = await this.tokens.sign('session', { sub: userId, sid: id }, 600);
    return { token, end: () => this.work.run(async () => void (await this.sessions.revoke(id, userId))) };
  }
}
