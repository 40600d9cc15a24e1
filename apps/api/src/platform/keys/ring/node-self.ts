import { Injectable } from '@nestjs/common';
import { createHash, createHmac } from 'node:crypto';
import { hostname } from 'node:os';
import { InjectSettings, type Settings } from '../../config';
import { PlatformKeys } from '../platform-keys';

/** What a node must have in common with the others, by name: never the thing itself, a fingerprint of it. */
export type Traits = Readonly<Record<string, string>>;

/** Settings that decide what people get; each node reads its own, and nobody would notice that they differ. */
const SETTINGS_OF_ALL = [
  'PUBLIC_URL',
  'SESSION_IDLE_MINUTES',
  'SESSION_ABSOLUTE_HOURS',
  'AUDIT_LAG_SECONDS',
  'MAIL_FROM',
  'BREACH_LIST',
  'OUTGOING_ALLOWED_CIDRS',
  'OUTGOING_ALLOWED_PORTS',
] as const;

const short = (digest: Buffer): string => digest.toString('hex', 0, 6);

/** What this process is called, and what it has that all must have the same. */
@Injectable()
export class NodeSelf {
  readonly host: string;
  private readonly readers = new Map<string, () => Promise<string | null>>();
  private readonly fixed: Traits;
  private readonly redis: string | undefined;

  constructor(
    @InjectSettings() settings: Settings,
    private readonly keys: PlatformKeys,
  ) {
    this.host = settings.NODE_NAME ?? hostname();
    const same = SETTINGS_OF_ALL.map((name) => [name, short(sha256(String(settings[name] ?? '')))]);
    this.fixed = Object.fromEntries(same);
    this.redis = settings.REDIS_URL;
  }

  /** Names somebody who knows of a further trait; null while there is nothing to compare. */
  from(name: string, reader: () => Promise<string | null>): void {
    this.readers.set(name, reader);
  }

  async traits(): Promise<Traits> {
    const told: [string, string][] = [];
    for (const [name, read] of this.readers) {
      const trait = await read();
      if (trait !== null) told.push([name, trait]);
    }
    return { ...this.fixed, ...this.secrets(), ...Object.fromEntries(told) };
  }

  /** Of 32 random bytes each, so that nobody finds them by trying. Root keys are compared on their own. */
  private secrets(): Traits {
    if (this.keys.sealedBecause) return {};
    const { pepper, auditMac, tokens } = this.keys;
    const marked = (key: typeof pepper, text = 'ST0R/node'): string =>
      short(createHmac('sha256', key).update(text).digest());
    return {
      // It may hold a password, which a plain hash would let others try.
      REDIS_URL: this.redis === undefined ? 'not set' : marked(auditMac, `ST0R/node redis ${this.redis}`),
      'pepper.key': marked(pepper),
      'audit-mac.key': marked(auditMac),
      'token-signing.key': tokens.active.kid.slice(0, 12),
    };
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
