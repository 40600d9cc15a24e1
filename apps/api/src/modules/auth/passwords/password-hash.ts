import { Injectable } from '@nestjs/common';
import { argon2id, hash, needsRehash, verify } from 'argon2';
import { createHmac } from 'node:crypto';
import { availableParallelism, totalmem } from 'node:os';
import { DomainError } from '../../../platform/errors';
import { PlatformKeys } from '../../../platform/keys';
import { hashesAtOnce } from './hashes-at-once';

/** 64 MiB, three passes: OWASP's floor is 19 MiB and two. */
const COST = { type: argon2id, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
const AT_ONCE = hashesAtOnce({
  cores: availableParallelism(),
  // As many as libuv starts; it reads the same variable.
  threads: Number(process.env['UV_THREADPOOL_SIZE']) || 4,
  // What a container may have, where it is in one; without a limit some systems answer nothing, others a fantasy.
  memory: Math.min(totalmem(), process.constrainedMemory() || Infinity),
});
const QUEUE = 100;
const RETRY_SECONDS = 5;

/** Argon2id over the peppered password, a bounded number at once so that a flood of sign-ins cannot starve the rest. */
@Injectable()
export class PasswordHash {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;
  cost = COST;

  constructor(private readonly keys: PlatformKeys) {}

  /** A PHC string to store. */
  hash(password: string): Promise<string> {
    return this.limited(() => hash(this.peppered(password), this.cost));
  }

  /** True when the password is right; a missing hash costs the same time and is false. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    this.dummy ??= hash(Buffer.alloc(32), this.cost);
    const against = stored ?? (await this.dummy);
    const right = await this.limited(() => verify(against, this.peppered(password)));
    return right && stored !== null;
  }

  /** True when the stored hash is of an older cost. */
  outdated(stored: string): boolean {
    return needsRehash(stored, this.cost);
  }

  private peppered(password: string): Buffer {
    return createHmac('sha256', this.keys.pepper).update(password.normalize('NFC'), 'utf8').digest();
  }

  private async limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= QUEUE) throw busy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

const busy = (): DomainError =>
  new DomainError('Unavailable', 'sign_in.busy', {
    detail: 'Too many people are signing in right now. Try again in a moment.',
    retryable: true,
    headers: { 'retry-after': String(RETRY_SECONDS) },
  });
