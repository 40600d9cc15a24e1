import type { Command } from 'commander';
import { migrate } from '../migrate';
import { readSettings } from '../platform/config';

/** `st0r migrate`: brings the schema up to date under the migration account. */
export function databaseCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database schema up to date')
    .action(async () => {
      const ran = await migrate(readSettings(process.env));
      console.log(ran.length > 0 ? `migrated: ${ran.join(', ')}` : 'up to date');
    });
}
