import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimit } from '../../../platform/authorize';
import { EventRecorder } from '../../../platform/events';
import { AccountNotices } from '../../mail';
import { KnownDevices } from './known-devices';

/** Whoever clears cookies after each sign-in gets no mail for each of them; the log has them all. */
const MAILS = { limit: 3, periodSeconds: 86_400, burst: 3 };

/** A browser in which somebody has signed in: marked, and told to the person when it was not known before. */
@Injectable()
export class DeviceArrivals {
  constructor(
    private readonly devices: KnownDevices,
    private readonly limit: RateLimit,
    private readonly notices: AccountNotices,
    private readonly events: EventRecorder,
  ) {}

  async signedIn({ id, name }: { id: string; name: string }, reply: FastifyReply): Promise<void> {
    const known = this.devices.of(id) !== null;
    this.devices.remember(id, reply);
    if (known) return;
    this.events.record({
      action: 'device.remembered',
      category: 'authentication',
      target: { type: 'user', id, label: name },
    });
    const { allowed } = await this.limit.take(`new device ${id}`, MAILS);
    if (allowed) await this.notices.signedInAnew(id);
  }
}
