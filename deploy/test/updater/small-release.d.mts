import type { KeyObject } from 'node:crypto';

/** A step of the schema, as a manifest names it. */
interface Step {
  name: string;
  tables: string[];
  removes: boolean;
  drops: string[];
}

/** A step of the schema that adds something. */
export function aStep(name: string): Step;

/** A signed bundle of a release of a few files. */
export function smallBundle(
  place: string,
  facts: { version: string; number: number; minimum?: string; fails?: string[]; schema?: Step[]; key: KeyObject },
): Promise<{ file: string }>;
