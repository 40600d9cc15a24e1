import { Injectable } from '@nestjs/common';
import { customerBlock } from '@st0r/net';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { PlatformKeys } from '../../../platform/keys';
import { SpentChallenges } from './spent-challenges';
import { solves } from './work-puzzle';

const NONCE = 16;
const BITS_AT = NONCE + 4;
const HEAD = BITS_AT + 1;
const LENGTH = HEAD + 32;
/** Seconds a challenge may be answered in. */
export const WORK_SECONDS = 120;

/** The number that solves a challenge of ours. */
export interface Work {
  readonly challenge: string;
  readonly answer: number;
}

/**
 * Challenges that cost whoever answers them a second of computing. They carry their end and our mark, so that asking for
 * one leaves nothing behind; they are good for one answer, from the address they were made for.
 */
@Injectable()
export class WorkChallenges {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly spent: SpentChallenges,
  ) {}

  make(ip: string | null, bits: number): string {
    const head = Buffer.alloc(HEAD);
    randomBytes(NONCE).copy(head);
    head.writeUInt32BE(Math.floor(Date.now() / 1000) + WORK_SECONDS, NONCE);
    head.writeUInt8(bits, BITS_AT);
    return Buffer.concat([head, this.mark(head, ip)]).toString('base64url');
  }

  /** True for the first right answer to a challenge of ours that still runs. */
  async spend({ challenge, answer }: Work, ip: string | null): Promise<boolean> {
    const bytes = Buffer.from(challenge, 'base64url');
    // One challenge has one spelling: another one would be another text to solve and the same to claim.
    if (bytes.length !== LENGTH || bytes.toString('base64url') !== challenge) return false;
    const head = bytes.subarray(0, HEAD);
    if (!timingSafeEqual(bytes.subarray(HEAD), this.mark(head, ip))) return false;
    const until = head.readUInt32BE(NONCE) * 1000;
    if (until < Date.now() || !solves(challenge, answer, head.readUInt8(BITS_AT))) return false;
    return this.spent.claim(bytes, new Date(until));
  }

  /** Of IPv6 the network counts that one customer gets: browsers change their address within it. */
  private mark(head: Buffer, ip: string | null): Buffer {
    const place = ip ? customerBlock(ip) : '';
    return createHmac('sha256', this.keys.pepper).update(`sign-in work\n${place}\n`).update(head).digest();
  }
}
