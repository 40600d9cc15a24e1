/** Something about the keys that keeps the vault closed, with the way out. */
export class SealedError extends Error {}
