import type { KeyObject } from 'node:crypto';

/** What a token said when its signature was checked. `exp` in seconds. */
interface Opened<Claims> {
  kid: string;
  key: KeyObject;
  exp: number;
  claims: Claims;
}

/** About 400 bytes each. */
const MOST = 2_000;

/**
 * Tokens whose signature was checked before: of the same text it cannot change, and checking it costs a tenth of a small
 * request. Whether the key is still ours and whether the time is up is for the caller to ask each time.
 */
export class OpenedTokens<Claims> {
  private readonly known = new Map<string, Opened<Claims>>();

  find(token: string): Opened<Claims> | undefined {
    return this.known.get(token);
  }

  /** Keeps one; the one that has been here longest makes room. */
  keep(token: string, opened: Opened<Claims>): void {
    if (this.known.size >= MOST) this.known.delete(this.known.keys().next().value as string);
    this.known.set(token, opened);
  }

  forget(token: string): void {
    this.known.delete(token);
  }
}
