/** File that holds the password of one database account. */
export function passwordFile(secretsDir: string, role: string): string;

/** The passwords of the database's accounts, made at random where they are missing. */
export function databasePasswords(
  secretsDir: string,
): Record<'root' | 'migration' | 'application' | 'retention', string>;
