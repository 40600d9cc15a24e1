import type { KeyObject } from 'node:crypto';

/** A signed bundle of a release of a few files. */
export function smallBundle(
  place: string,
  facts: { version: string; number: number; minimum?: string; fails?: string[]; key: KeyObject },
): Promise<{ file: string }>;
