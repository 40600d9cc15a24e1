/** Builds the operator's program of another release from its own entry, as the product is built. */
export function buildAnotherRelease(entry: string): Promise<{ cli: string; remove(): void }>;
