import type { Command } from 'commander';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AuditCheck, Retention, checkProofs, type VerifyReport } from '../modules/audit';
import { lookingAround } from './house';

interface VerifyWords {
  from?: number;
  to?: number;
  anchor?: string[];
  json?: boolean;
}

/** `st0r audit verify | verify-proof | drop-old`. */
export function auditCommand(program: Command): void {
  const audit = program.command('audit').description('The audit log');
  audit
    .command('verify')
    .description(
      'Verify every event, seal and checkpoint; exit code 0 clean, 1 tampered, 2 incomplete, 3 anchor mismatch',
    )
    .option('--from <number>', 'first event, by its number in the chain', Number)
    .option('--to <number>', 'last event', Number)
    .option('--anchor <path...>', 'checkpoint file kept elsewhere, or its folder')
    .option('--json', 'print the whole report')
    .action(async ({ from, to, anchor: anchors, json }: VerifyWords) => {
      const report = await lookingAround((app) => app.get(AuditCheck).run({ from, to, anchors }));
      console.log(json ? JSON.stringify(report, null, 2) : sentence(report));
      process.exitCode = report.exitCode;
    });
  audit
    .command('verify-proof <file>')
    .description('Verify an export with proofs; needs the file and the published key, nothing else')
    .requiredOption('--key <file>', 'audit-checkpoints.pub of the installation')
    .action(async (file: string, { key }: { key: string }) => {
      const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
      const verdict = await checkProofs(lines, readFileSync(key, 'utf8').trim());
      console.log(
        verdict.ok
          ? `${verdict.events} events are in the signed log of ${verdict.size}, as they were sealed.`
          : verdict.problem,
      );
      process.exitCode = verdict.exitCode;
    });
  audit
    .command('drop-old')
    .description('Remove events whose time is over now instead of at night; what is left can still be proved')
    .action(async () => console.log(JSON.stringify(await lookingAround((app) => app.get(Retention).run()))));
}

function sentence({ ok, firstBad, drift, notes }: VerifyReport): string {
  if (ok) return 'The audit log is complete and unchanged.';
  if (firstBad) return `The audit log was changed. First finding: ${JSON.stringify(firstBad)}`;
  if (drift.length > 0) return `The guards of the audit log are not what they should be. ${drift.join(' ')}`;
  return `The audit log could not be checked completely. ${notes.join(' ')}`;
}
