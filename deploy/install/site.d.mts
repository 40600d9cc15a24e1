/** The upstream of the site: where the API is. */
export function upstreamOf(nodes: readonly string[], options?: { leftAlone?: string }): string;
