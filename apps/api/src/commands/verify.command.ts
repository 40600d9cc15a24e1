import type { Command } from 'commander';
import { SearchRebuild } from '../modules/search';
import { VaultVerifier } from '../modules/vault';
import { lookingAround } from './house';

/** `st0r vault verify`, `st0r search rebuild`. */
export function verifyCommand(program: Command): void {
  program
    .command('vault')
    .description('The vault')
    .command('verify')
    .description('Open every sealed value once and name what does not open')
    .action(async () => {
      const report = await lookingAround((app) => app.get(VaultVerifier).verify());
      console.log(JSON.stringify(report, null, 2));
      process.exitCode = report.ok ? 0 : 1;
    });
  program
    .command('search')
    .description('The search index')
    .command('rebuild')
    .description('Make the search index anew')
    .action(async () => {
      console.log(JSON.stringify(await lookingAround((app) => app.get(SearchRebuild).run())));
    });
}
