import type { KeyObject } from 'node:crypto';

/** How a bundle in the inbox may be called. */
export const BUNDLE_NAME: RegExp;

/** The product's key for requests, from the text of its secret file. */
export function requestKey(text: string): KeyObject;

/** What the updater takes: a signed request for one file. */
export function signRequest(
  request: { id: string; file: string; sha256: string; version: string; askedAt: string },
  key: KeyObject,
): string;
