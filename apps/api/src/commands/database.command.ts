import type { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { databasePasswords } from '../../../../tools/start/secrets.mjs';
import { migrate, MigrationFailed } from '../migrate';
import { readSettings, SettingsError, type Settings } from '../platform/config';
import { accountStatements, prepareAccounts } from '../platform/database/accounts';
import { oneAccountStatements } from '../platform/database/one-account';

/** `st0r migrate`, `st0r database passwords` and `st0r database accounts`: the schema, and who may do what in it. */
export function databaseCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database schema up to date')
    .option('--prepare', 'first make the schema and its accounts as the administrator of the database')
    .action(async ({ prepare }: { prepare?: boolean }) => {
      const settings = readSettings(process.env);
      if (prepare) await prepareAccounts(severalAccounts(settings));
      const ran = await migrate(settings).catch((error: Error) => Promise.reject(new MigrationFailed(error)));
      console.log(ran.length > 0 ? `migrated: ${ran.join(', ')}` : 'up to date');
    });
  const database = program.command('database').description('The database server');
  database
    .command('passwords')
    .description('Create the passwords of the database accounts that are missing, beside the other secrets')
    .action(() => {
      const { SECRETS_DIR } = readSettings(process.env);
      mkdirSync(SECRETS_DIR, { recursive: true, mode: 0o700 });
      console.log(`present: ${Object.keys(databasePasswords(SECRETS_DIR)).join(', ')}`);
    });
  database
    .command('accounts')
    .description('Print the statements that make the schema and its accounts, passwords included: pipe them')
    .option('--at <host>', 'where the accounts sign in from, in the words of MariaDB; localhost without DATABASE_URL')
    .action(({ at }: { at?: string }) => {
      const settings = readSettings(process.env);
      const statements = settings.DATABASE_URL
        ? oneAccountStatements(settings, namedHost(at))
        : accountStatements(settings, at ?? 'localhost');
      console.log(statements.map((one) => `${one};`).join('\n'));
    });
}

/** Rights of its account at another host would be rights nobody uses, and nothing would say so. */
function namedHost(at: string | undefined): string {
  if (at) return at;
  const problem =
    'names the one account of everything. Say where it signs in from, in the words of MariaDB: st0r database accounts --at <host>';
  throw new SettingsError([{ setting: 'DATABASE_URL', problem }]);
}

function severalAccounts(settings: Settings): Settings {
  const problem = 'names an account that is there already, so that --prepare has none to make: leave one of them out';
  if (settings.DATABASE_URL) throw new SettingsError([{ setting: 'DATABASE_URL', problem }]);
  return settings;
}
