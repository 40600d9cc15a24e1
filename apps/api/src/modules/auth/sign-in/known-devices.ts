import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { RequestContext } from '../../../platform/context';
import { PlatformKeys } from '../../../platform/keys';
import { DEVICE_COOKIE, setCookie } from '../sessions/session-cookies';

const LIVES_SECONDS = 180 * 86_400;

/**
 * Browsers in which somebody has signed in with everything asked of them. Failures there are counted by themselves, so
 * that strangers who guess at an account never keep its person out. The mark is ours and names the account: it is worth
 * nothing for another one, and opens nothing by itself.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly context: RequestContext,
  ) {}

  /** The id of the device this request comes from, when this account is known on it. */
  of(userId: string): string | null {
    const [id = '', until = '', mark = ''] = (this.context.origin.device ?? '').split('.');
    const right = this.mark(userId, `${id}.${until}`);
    const given = Buffer.from(mark, 'base64url');
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    return Number(until) * 1000 > Date.now() ? id : null;
  }

  /** Marks the browser for another 180 days; one that is known keeps its id. */
  remember(userId: string, reply: FastifyReply): void {
    const id = this.of(userId) ?? randomBytes(16).toString('base64url');
    const head = `${id}.${Math.floor(Date.now() / 1000) + LIVES_SECONDS}`;
    const value = `${head}.${this.mark(userId, head).toString('base64url')}`;
    setCookie(reply, DEVICE_COOKIE, { value, maxAge: LIVES_SECONDS });
  }

  private mark(userId: string, head: string): Buffer {
    return createHmac('sha256', this.keys.pepper).update(`known device\n${userId}\n${head}`).digest();
  }
}
