import { Injectable } from '@nestjs/common';
import { customerBlock } from '@st0r/net';
import { Limits, declareLimit, type Limit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';

/** Each costs a row, a signature or a parsed message: an office behind one address gets through, a flood does not. */
const RATE = {
  ...{ budget: 120, seconds: 60, burst: 60, kept: 'house' },
  bounds: { budget: { least: 20, most: 5000 }, seconds: { least: 10, most: 3600 } },
} satisfies Omit<Limit, 'name' | 'says'>;
const KNOCKS = {
  start: declareLimit({
    name: 'sign_in.started',
    says: 'Sign-ins through a connection that are started from one address.',
    ...RATE,
  }),
  saml: declareLimit({
    name: 'sign_in.saml',
    says: 'Answers of SAML providers that arrive from one address.',
    ...RATE,
  }),
};

/** How often strangers may ask for something that costs us more than it costs them. */
@Injectable()
export class Knocks {
  constructor(
    private readonly limits: Limits,
    private readonly context: RequestContext,
  ) {}

  /** Counts one for this address; TooMany when there were too many. */
  async count(what: keyof typeof KNOCKS): Promise<void> {
    await this.limits.spend(KNOCKS[what], {
      by: { kind: 'address', id: customerBlock(this.context.origin.ip ?? '') },
      code: 'sign_in.too_many',
      detail: () => 'Too many sign-ins were started from here. Wait a moment.',
    });
  }
}
