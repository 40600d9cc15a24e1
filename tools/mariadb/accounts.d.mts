import type { AccountPasswords } from './index.mjs';

/** Names of the migration, application and retention accounts of a schema. */
export function accountNames(schema: string): AccountPasswords;

/** Statement that sets the password of the administrator account. */
export function administratorStatement(password: string): string;

/** Statements that create a schema with its accounts; safe to repeat. */
export function schemaStatements(
  schema: string,
  passwords: AccountPasswords,
  accounts?: { names?: AccountPasswords; host?: string },
): string[];

/** Statements that remove a schema with its accounts. */
export function dropStatements(schema: string): string[];
