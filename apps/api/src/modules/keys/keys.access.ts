export const WHY = 'keys belong to the installation; nothing here shows one';

/** A fresh proof of identity, for acts on keys and nothing else. */
export const FRESH = { recentLogin: '15m', for: 'keys' } as const;
