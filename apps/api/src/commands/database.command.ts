import type { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { databasePasswords } from '../../../../tools/start/secrets.mjs';
import { migrate } from '../migrate';
import { readSettings } from '../platform/config';
import { accountStatements, prepareAccounts } from '../platform/database/accounts';

/** `st0r migrate`, `st0r database passwords` and `st0r database accounts`: the schema, and who may do what in it. */
export function databaseCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database schema up to date')
    .option('--prepare', 'first make the schema and its accounts as the administrator of the database')
    .action(async ({ prepare }: { prepare?: boolean }) => {
      const settings = readSettings(process.env);
      if (prepare) await prepareAccounts(settings);
      const ran = await migrate(settings);
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
    .description('Print the statements that make the schema and its three accounts, passwords included: pipe them')
    .option('--at <host>', 'where the accounts sign in from, in the words of MariaDB', 'localhost')
    .action(({ at }: { at: string }) => {
      console.log(
        accountStatements(readSettings(process.env), at)
          .map((one) => `${one};`)
          .join('\n'),
      );
    });
}
