import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signingKeyId, signingKeyPair } from '@st0r/crypto';
import { replaceWhole, stampOf } from './providers/whole-file';
import { SealedError } from './sealed-error';

const FILE = 'token-signing.key';
/** A replaced key verifies so long; no token lives half of it. */
const KEPT_MS = 86_400_000;

/** One key that tokens are signed with. */
export interface TokenKey {
  readonly kid: string;
  /** Since when it signs; null for the key of the first start. */
  readonly since: string | null;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

interface Line {
  seed: string;
  since: string | null;
}

/**
 * The keys of tokens, newest first: the first signs, the others verify what they signed before. A key taken out of the
 * file is gone with the next token that is opened, in every process that reads the file.
 */
export class TokenRing {
  private keys: readonly TokenKey[] = [];
  private stamp = '';

  constructor(private readonly folder: string) {
    this.read();
  }

  /** The key that signs. */
  get active(): TokenKey {
    return this.read()[0] as TokenKey;
  }

  /** The key of this id, if it still verifies. */
  find(kid: string): TokenKey | undefined {
    return this.read().find((key) => key.kid === kid);
  }

  /** Every key, newest first. */
  list(): readonly TokenKey[] {
    return this.read();
  }

  /** Lets a new key sign from now on; what older ones signed stays good until it runs out. Answers the new key's id. */
  rotate(now = new Date()): string {
    const since = now.toISOString();
    const lines = [{ seed: randomBytes(32).toString('base64url'), since }, ...linesOf(this.folder)];
    // A key was in use until its successor came.
    this.write(
      lines.filter((_, at) => at === 0 || now.getTime() - Date.parse(lines[at - 1]?.since ?? since) < KEPT_MS),
    );
    return this.active.kid;
  }

  /** Takes a key out at once; when it was the one that signs, a new one takes its place. Answers whether it was there. */
  revoke(kid: string): boolean {
    if (!this.find(kid)) return false;
    if (this.active.kid === kid) this.rotate();
    this.write(linesOf(this.folder).filter((line) => keyOf(line).kid !== kid));
    return true;
  }

  private read(): readonly TokenKey[] {
    const path = join(this.folder, FILE);
    const stamp = stampOf(path);
    if (stamp === 'missing')
      throw new SealedError(`The secret file ${path} is missing: put it back from the key backup.`);
    if (stamp === this.stamp) return this.keys;
    this.keys = linesOf(this.folder).map(keyOf);
    this.stamp = stamp;
    return this.keys;
  }

  /** Renamed into place: a process that reads meanwhile sees the old file or the new one, never half of it. */
  private write(lines: readonly Line[]): void {
    replaceWhole(
      join(this.folder, FILE),
      lines.map(({ seed, since }) => `${since ? `${seed} ${since}` : seed}\n`).join(''),
    );
  }
}

function linesOf(folder: string): Line[] {
  const path = join(folder, FILE);
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const read = lines.map((line): Line => {
    const [seed = '', since = null] = line.trim().split(' ');
    if (Buffer.from(seed, 'base64url').length !== 32)
      throw new SealedError(`The secret file ${path} is damaged: each line must begin with 32 bytes in base64url.`);
    return { seed, since };
  });
  if (read.length === 0) throw new SealedError(`The secret file ${path} is empty: put it back from the key backup.`);
  return read;
}

function keyOf({ seed, since }: Line): TokenKey {
  const pair = signingKeyPair(createSecretKey(Buffer.from(seed, 'base64url')));
  return { ...pair, kid: signingKeyId(pair.publicKey), since };
}
