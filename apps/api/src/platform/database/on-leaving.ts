const known: string[] = [];

/**
 * Each module hands in what goes with an account that is off-boarded, where nobody may import the module: statements on
 * rows of that person, with `?` for who it is. They run in the transaction that ends the account.
 */
export function declareOnLeaving(...statements: string[]): void {
  for (const statement of statements) if (!known.includes(statement)) known.push(statement);
}

/** Every declared statement. */
export const onLeaving = (): readonly string[] => known;
