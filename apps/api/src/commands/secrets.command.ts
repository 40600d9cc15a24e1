import type { Command } from 'commander';
import { readSettings } from '../platform/config';
import { createAllSecrets } from '../platform/keys';

/** `st0r secrets init`: creates what is missing and never overwrites; needs neither keys nor a database. */
export function secretsCommand(program: Command): void {
  const secrets = program.command('secrets').description('The root keyring and the signing keys');
  secrets
    .command('init')
    .description('Create the secrets that are missing')
    .action(async () => {
      const made = await createAllSecrets(readSettings(process.env));
      console.log(made.length > 0 ? `created: ${made.join(', ')}` : 'present');
    });
}
