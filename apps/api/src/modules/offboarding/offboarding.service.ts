import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { Repositories, Sql, onLeaving } from '../../platform/database';
import { Forbidden } from '../../platform/errors';
import { EventRecorder } from '../../platform/events';
import { UserEntity } from '../access';
import type { OffboardingDto } from './offboarding.dto';
import { OffboardingEndings } from './offboarding-endings';
import { OffboardingPreview } from './offboarding-preview';

/** Ends everything an account can do here, in one act. */
@Injectable()
export class Offboardings {
  constructor(
    private readonly repositories: Repositories,
    private readonly preview: OffboardingPreview,
    private readonly endings: OffboardingEndings,
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
    private readonly sql: Sql,
  ) {}

  async look(userId: string): Promise<OffboardingDto> {
    return this.preview.of(await this.repositories.house(UserEntity).get(userId));
  }

  /** What was found is what has ended: both happen in one transaction. */
  async carryOut(userId: string): Promise<OffboardingDto> {
    if (userId === this.context.actor.id)
      throw new Forbidden('user.own', { detail: 'Nobody off-boards themselves. Ask another administrator.' });
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    const found = await this.preview.of(user);
    await this.endings.end(userId);
    for (const statement of onLeaving()) await this.sql.house(statement, [userId]);
    await this.sql.raiseRights(userId);
    // Changed even where it was disabled before: from now on that is what somebody here has decided.
    const { authzEpoch } = await users.get(userId);
    await users.update(user, { state: 'disabled', platformAdmin: false, authzEpoch: authzEpoch + 1 });
    const { sessions, apiKeys, passkeys, identities, memberships } = found;
    this.events.record({
      action: 'user.offboarded',
      category: 'admin',
      target: { type: 'user', id: user.id, label: user.name },
      details: { sessions, apiKeys, passkeys, identities, memberships, secrets: secretsOf(found) },
    });
    return { ...found, state: 'disabled' };
  }
}

const secretsOf = ({ seen }: OffboardingDto): number => seen.reduce((sum, one) => sum + one.secrets, 0);
