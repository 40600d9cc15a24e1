import type { Manifest } from './bundle.mjs';

/** Why this release must not take the place of the installed one; empty when it may. */
export function objections(
  installed: { version: string; number: number; platform: string; schema?: readonly string[] },
  manifest: Manifest,
): { code: string; says: string }[];

/** How a machine is called in manifests. */
export const PLATFORM: string;
