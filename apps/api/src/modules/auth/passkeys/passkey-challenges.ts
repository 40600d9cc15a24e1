import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { PlatformKeys } from '../../../platform/keys';
import { SpentChallenges } from '../pressure/spent-challenges';

/** What a challenge is for. One that was made for another purpose, or another session, is not accepted. */
export type ChallengePurpose = 'sign_in' | `prove ${string}` | `enrol ${string}`;

const NONCE = 16;
const HEAD = NONCE + 4;
/** Seconds somebody has to touch their key. */
const LIVES = 300;

/**
 * Challenges for passkeys. They carry their end and our mark, so that asking for one leaves no row behind: whoever calls
 * the sign-in page a million times fills no table. Answering one does, and it is good for one answer, right or wrong.
 */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly spent: SpentChallenges,
  ) {}

  make(purpose: ChallengePurpose): Buffer {
    const head = Buffer.alloc(HEAD);
    randomBytes(NONCE).copy(head);
    head.writeUInt32BE(Math.floor(Date.now() / 1000) + LIVES, NONCE);
    return Buffer.concat([head, this.mark(head, purpose)]);
  }

  /** True for the first answer to a challenge of ours that still runs; on whichever node, and whatever becomes of the answer. */
  async spend(challenge: Buffer, purpose: ChallengePurpose): Promise<boolean> {
    const head = challenge.subarray(0, HEAD);
    const mark = challenge.subarray(HEAD);
    const right = this.mark(head, purpose);
    if (mark.length !== right.length || !timingSafeEqual(mark, right)) return false;
    const until = head.readUInt32BE(NONCE) * 1000;
    if (until < Date.now()) return false;
    return this.spent.claim(challenge, new Date(until));
  }

  private mark(head: Buffer, purpose: string): Buffer {
    return createHmac('sha256', this.keys.pepper).update(`passkey challenge\n${purpose}\n`).update(head).digest();
  }
}
