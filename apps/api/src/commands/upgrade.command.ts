import type { Command } from 'commander';
import '../platform/events/migrations';
import '../platform/jobs/migrations';
import '../platform/keys/migrations';
import { schemaSteps } from '../modules/updates';

/** `st0r upgrade steps`: what a release says about itself and its bundle. */
export function upgradeCommand(program: Command): void {
  const upgrade = program.command('upgrade').description('Releases that could take the place of this one');
  upgrade
    .command('steps')
    .description('Print the steps of the schema of this release as JSON (for making bundles)')
    .action(async () => console.log(JSON.stringify(await schemaSteps(), null, 2)));
}
