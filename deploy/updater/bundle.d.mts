import type { KeyObject } from 'node:crypto';

/** What a release says about itself. */
export interface Manifest {
  version: string;
  number: number;
  minimum: string;
  platform: string;
  /** `drops`: tables and `table.column` that are gone afterwards; bundles of older tools do not say. */
  schema: { name: string; tables: string[]; removes: boolean; drops?: string[] }[];
  changelog: string;
  archive: { sha256: string; bytes: number };
  bytes: number;
  files: Record<string, { sha256?: string; bytes?: number; runs?: boolean; link?: string }>;
}

/** A bundle whose signature was checked. */
export interface Bundle {
  manifest: Manifest;
  archive: { start: number; bytes: number };
}

/** The public keys in a file; throws Refused where there is none. */
export function trustedKeys(file: string): Promise<KeyObject[]>;

/** Reads what a bundle says about itself, once its signature was checked; throws Refused. */
export function readBundle(file: string, keys: readonly KeyObject[]): Promise<Bundle>;

/** Throws Refused unless the packed tree is the one that was signed. */
export function checkArchive(file: string, bundle: Bundle): Promise<void>;
