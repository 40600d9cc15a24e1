/** The commands a page of docs/ tells people to type, in order. */
export function commandsOf(page: string): string[];

/** All blocks of a page of docs/, in order, with the chapter each is in. */
export function blocksOf(page: string): { chapter: string; language: string; text: string }[];
