import type { Command } from 'commander';
import { AuditCheck } from '../modules/audit';
import { SearchRebuild } from '../modules/search';
import { VaultVerifier } from '../modules/vault';
import { lookingAround } from './house';

/** `st0r audit verify`, `st0r vault verify`, `st0r search rebuild`. */
export function verifyCommand(program: Command): void {
  program
    .command('audit')
    .description('The audit log')
    .command('verify')
    .description(
      'Verify every event, seal and checkpoint; exit code 0 clean, 1 tampered, 2 incomplete, 3 anchor mismatch',
    )
    .option('--anchor <file>', 'checkpoint file kept elsewhere')
    .option('--json', 'print the whole report')
    .action(async ({ anchor, json }: { anchor?: string; json?: boolean }) => {
      const report = await lookingAround((app) => app.get(AuditCheck).run({ anchorFile: anchor }));
      console.log(json ? JSON.stringify(report, null, 2) : sentence(report));
      process.exitCode = report.exitCode;
    });
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

function sentence(report: { ok: boolean; firstBad?: object }): string {
  return report.ok
    ? 'The audit log is complete and unchanged.'
    : `The audit log was changed. First finding: ${JSON.stringify(report.firstBad)}`;
}
