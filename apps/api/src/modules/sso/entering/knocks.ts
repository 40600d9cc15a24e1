import { Injectable } from '@nestjs/common';
import { customerBlock } from '@st0r/net';
import { RateLimit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { TooMany } from '../../../platform/errors';

/** Each costs a row, a signature or a parsed message: an office behind one address gets through, a flood does not. */
const RATE = { limit: 120, periodSeconds: 60, burst: 60 };

/** How often strangers may ask for something that costs us more than it costs them. */
@Injectable()
export class Knocks {
  constructor(
    private readonly limits: RateLimit,
    private readonly context: RequestContext,
  ) {}

  /** Counts one for this address; TooMany when there were too many. */
  async count(what: 'start' | 'saml'): Promise<void> {
    const place = customerBlock(this.context.origin.ip ?? '');
    const { allowed, retryAfterSeconds } = await this.limits.take(`sso ${what} ${place}`, RATE);
    if (allowed) return;
    throw new TooMany(
      'sign_in.too_many',
      retryAfterSeconds,
      'Too many sign-ins were started from here. Wait a moment.',
    );
  }
}
