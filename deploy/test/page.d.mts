/** The commands a page of docs/ tells people to type, in order. */
export function commandsOf(page: string): string[];
