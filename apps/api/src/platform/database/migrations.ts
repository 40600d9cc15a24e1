import type { MigrationInterface } from 'typeorm';

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
