import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { AddressBanEntity } from './address-ban.entity';
import { UnbanHelper } from './unban-helper';

/** Lifts a ban for an administrator: who did it is in the log, and that fail2ban did it follows in its own words. */
@Injectable()
export class BanLifting {
  constructor(
    private readonly repositories: Repositories,
    private readonly helper: UnbanHelper,
    private readonly events: EventRecorder,
  ) {}

  async lift(id: string): Promise<void> {
    const ban = await this.repositories.house(AddressBanEntity).get(id);
    if (ban.liftedAt) throw new Conflict('ban.over', { detail: 'This ban is over already.' });
    await this.helper.lift(ban.jail, ban.address);
    this.events.record({
      action: 'address_ban.lifted',
      category: 'security',
      target: { type: 'address_ban', id: ban.id, label: ban.address },
      details: { jail: ban.jail },
    });
  }
}
