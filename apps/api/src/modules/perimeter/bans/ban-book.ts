import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { normaliseIp } from '@st0r/net';
import { HOUSE_ACTOR, RequestContext } from '../../../platform/context';
import { Repositories, UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { IsNull } from 'typeorm';
import { AddressBanEntity } from './address-ban.entity';

/** What fail2ban tells: a ban, or its end. */
export interface BanReport {
  readonly act: 'ban' | 'unban';
  readonly jail: string;
  readonly address: string;
}

const JAIL = /^[\w-]{1,40}$/;

/** Reads a report; undefined for anything else. */
export function readReport(line: string): BanReport | undefined {
  try {
    const { act, jail, address } = JSON.parse(line) as Record<string, unknown>;
    const ip = typeof address === 'string' ? normaliseIp(address) : null;
    if ((act !== 'ban' && act !== 'unban') || typeof jail !== 'string' || !JAIL.test(jail) || !ip) return undefined;
    return { act, jail, address: ip };
  } catch {
    return undefined;
  }
}

/** Keeps what fail2ban tells, with an event each; what is told twice is kept once. */
@Injectable()
export class BanBook {
  constructor(
    private readonly repositories: Repositories,
    private readonly events: EventRecorder,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
  ) {}

  async note(report: BanReport): Promise<void> {
    const origin = { requestId: `ban-${uuid7()}`, ip: null, userAgent: 'fail2ban' };
    await this.context.run(origin, () => {
      this.context.become(HOUSE_ACTOR);
      return this.work.run(() => this.write(report));
    });
  }

  private async write({ act, jail, address }: BanReport): Promise<void> {
    const bans = this.repositories.house(AddressBanEntity);
    const [running] = await bans.find({ address, jail, liftedAt: IsNull() }, { take: 1 });
    if ((act === 'ban') === (running !== undefined)) return;
    const ban = running
      ? await bans.update(running, { liftedAt: new Date() })
      : await bans.create({ address, jail, liftedAt: null });
    this.events.record({
      action: act === 'ban' ? 'address.banned' : 'address.unbanned',
      category: 'security',
      target: { type: 'address_ban', id: ban.id, label: address },
      details: { jail, address },
    });
  }
}
