import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Repositories } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { AddressBanEntity } from './address-ban.entity';
import { UnbanHelper } from './unban-helper';

/** How long fail2ban may take to tell. */
const LOOKS = 10;
const LOOK_MS = 200;

/** Lifts a ban for an administrator: who did it is in the log, and that fail2ban did it follows in its own words. */
@Injectable()
export class BanLifting {
  constructor(
    private readonly repositories: Repositories,
    private readonly helper: UnbanHelper,
    private readonly events: EventRecorder,
  ) {}

  async lift(id: string): Promise<void> {
    const bans = this.repositories.house(AddressBanEntity);
    const ban = await bans.get(id);
    if (ban.liftedAt) throw new Conflict('ban.over', { detail: 'This ban is over already.' });
    await this.helper.lift(ban.jail, ban.address);
    const now = await this.told(id);
    if (!now.liftedAt) await this.end(now);
    this.events.record({
      action: 'address_ban.lifted',
      category: 'security',
      target: { type: 'address_ban', id: ban.id, label: ban.address },
      details: { jail: ban.jail },
    });
  }

  /** Fail2ban may tell at the very same moment, which is as good. */
  private async end(ban: AddressBanEntity): Promise<void> {
    const bans = this.repositories.house(AddressBanEntity);
    try {
      await bans.update(ban, { liftedAt: new Date() });
    } catch (error) {
      if (!(await bans.get(ban.id)).liftedAt) throw error;
    }
  }

  /** The ban when fail2ban has told of its end; still open where it had ended before and nobody was listening then. */
  private async told(id: string): Promise<AddressBanEntity> {
    const bans = this.repositories.house(AddressBanEntity);
    for (let look = 0; look < LOOKS; look += 1) {
      const ban = await bans.get(id);
      if (ban.liftedAt) return ban;
      await sleep(LOOK_MS);
    }
    return bans.get(id);
  }
}
