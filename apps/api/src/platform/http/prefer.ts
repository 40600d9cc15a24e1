/** What a caller prefers (RFC 7240): to wait so long for the end, or not to wait at all. */
export interface Preference {
  readonly waitSeconds: number | null;
  readonly respondAsync: boolean;
}

/** Nobody is kept waiting longer; a proxy in between would give up. */
const LONGEST_WAIT = 30;

/** Reads a `Prefer` header; what it names and we do not know is ignored, as the RFC wants. */
export function readPrefer(header: string | undefined): Preference {
  const words = (header ?? '').split(',').map((word) => word.trim().toLowerCase());
  const wait = words
    .map((word) => /^wait\s*=\s*"?(\d{1,4})"?$/.exec(word)?.[1])
    .find((seconds) => seconds !== undefined);
  return {
    waitSeconds: wait === undefined ? null : Math.min(LONGEST_WAIT, Number(wait)),
    respondAsync: words.includes('respond-async'),
  };
}
