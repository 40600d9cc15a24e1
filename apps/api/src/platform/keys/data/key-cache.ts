import type { DataKey } from '@st0r/crypto';

const KEPT = 500;
const LIFE_MS = 5 * 60 * 1000;

/** Opened keys of the organisations used lately: at most 500, none older than five minutes. */
export class KeyCache {
  private readonly kept = new Map<string, { key: DataKey; until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  get(slot: string): DataKey | undefined {
    const found = this.kept.get(slot);
    if (!found) return undefined;
    this.kept.delete(slot);
    if (found.until <= this.now()) return undefined;
    // Put back at the end: the one not asked for longest goes first.
    this.kept.set(slot, found);
    return found.key;
  }

  set(slot: string, key: DataKey): void {
    this.kept.delete(slot);
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(slot, { key, until: this.now() + LIFE_MS });
  }

  clear(): void {
    this.kept.clear();
  }

  get size(): number {
    return this.kept.size;
  }
}
