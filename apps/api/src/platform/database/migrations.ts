import type { MigrationInterface, QueryRunner } from 'typeorm';

type MigrationClass = new () => MigrationInterface;
const known: MigrationClass[] = [];

/** Each module hands in its migrations when it is imported; TypeORM sorts them by the time in their names. */
export function registerMigrations(...migrations: MigrationClass[]): void {
  for (const migration of migrations) if (!known.includes(migration)) known.push(migration);
}

/** Their names, as the database remembers them. */
export const knownMigrations = (): string[] => known.map((migration) => new migration().name ?? migration.name);

/** Every registered migration. */
export const migrationsOfTheHouse = (): MigrationClass[] => [...known];

/** Every registered migration with the statements it would run. */
export async function statementsOfTheHouse(): Promise<{ name: string; statements: string[] }[]> {
  const all: { name: string; statements: string[] }[] = [];
  for (const Migration of known) {
    const step = new Migration();
    const statements: string[] = [];
    const listener = { query: (statement: string) => Promise.resolve(void statements.push(statement)) };
    await step.up(listener as unknown as QueryRunner);
    all.push({ name: step.name ?? Migration.name, statements });
  }
  return all;
}
