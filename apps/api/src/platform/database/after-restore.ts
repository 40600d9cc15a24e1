const known: string[] = [];

/**
 * Each module hands in what must not live on when an older state of the database comes back: statements that are run once on
 * what was restored, before anybody is served.
 */
export function declareAfterRestore(...statements: string[]): void {
  for (const statement of statements) if (!known.includes(statement)) known.push(statement);
}

/** Every declared statement. */
export const afterRestore = (): readonly string[] => known;
