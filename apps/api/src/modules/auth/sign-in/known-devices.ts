import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { RequestContext } from '../../../platform/context';
import { PlatformKeys } from '../../../platform/keys';
import { DEVICE_COOKIE, setCookie } from '../sessions/session-cookies';

const LIVES_SECONDS = 180 * 86_400;
/** Accounts a browser is known for at a time; those used last stay. */
const MOST = 5;
const BETWEEN = '~';

/**
 * Browsers in which somebody has signed in with everything asked of them. Failures there are counted by themselves, so
 * that strangers who guess at an account never keep its person out. A mark is ours and names the account: it is worth
 * nothing for another one, and opens nothing by itself. A browser several people share holds a mark of each.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly context: RequestContext,
  ) {}

  /** The id of the device this request comes from, when this account is known on it. */
  of(userId: string): string | null {
    const mark = this.marks().find((each) => this.isOf(userId, each));
    const [id = '', until = ''] = mark?.split('.') ?? [];
    return Number(until) * 1000 > Date.now() ? id : null;
  }

  /** Marks the browser for another 180 days; one that is known keeps its id. */
  remember(userId: string, reply: FastifyReply): void {
    const id = this.of(userId) ?? randomBytes(16).toString('base64url');
    const head = `${id}.${Math.floor(Date.now() / 1000) + LIVES_SECONDS}`;
    const own = `${head}.${this.seal(userId, head).toString('base64url')}`;
    const others = this.marks().filter((each) => !this.isOf(userId, each));
    const value = [own, ...others].slice(0, MOST).join(BETWEEN);
    setCookie(reply, DEVICE_COOKIE, { value, maxAge: LIVES_SECONDS });
  }

  private marks(): string[] {
    const given = (this.context.origin.device ?? '').split(BETWEEN).slice(0, MOST);
    return given.filter((mark) => /^[\w-]{22}\.\d{10}\.[\w-]{43}$/.test(mark));
  }

  private isOf(userId: string, mark: string): boolean {
    const end = mark.lastIndexOf('.');
    return timingSafeEqual(Buffer.from(mark.slice(end + 1), 'base64url'), this.seal(userId, mark.slice(0, end)));
  }

  private seal(userId: string, head: string): Buffer {
    return createHmac('sha256', this.keys.pepper).update(`known device\n${userId}\n${head}`).digest();
  }
}
