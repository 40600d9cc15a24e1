import 'reflect-metadata';
import { Command } from 'commander';
import { auditCommand } from './commands/audit.command';
import { backupCommand } from './commands/backup.command';
import { contractCommand } from './commands/contract.command';
import { databaseCommand } from './commands/database.command';
import { demoCommand } from './commands/demo.command';
import { doctorCommand } from './commands/doctor.command';
import { jobsCommand } from './commands/jobs.command';
import { keysCommand } from './commands/keys.command';
import { peopleCommand } from './commands/people.command';
import { secretsCommand } from './commands/secrets.command';
import { supportCommand } from './commands/support.command';
import { tokenKeyCommand } from './commands/token-key.command';
import { upgradeCommand } from './commands/upgrade.command';
import { verifyCommand } from './commands/verify.command';
import { MigrationFailed } from './migrate';
import { BackupError } from './modules/backup';
import { KitError } from './modules/keys';
import { DomainError } from './platform/errors';
import { SettingsError } from './platform/config';
import { stackInSources } from './platform/http/source-frames';
import { SealedError } from './platform/keys';

process.env.TZ = 'UTC';

/** The operator command line: the same modules as the server. */
const program = new Command('st0r')
  .description('ClientSt0r for operators')
  .addHelpText(
    'after',
    '\nst0r api and st0r worker run the two processes, st0r health [worker] asks whether one of them works.',
  );
for (const add of [
  secretsCommand,
  keysCommand,
  databaseCommand,
  peopleCommand,
  tokenKeyCommand,
  auditCommand,
  backupCommand,
  upgradeCommand,
  verifyCommand,
  doctorCommand,
  supportCommand,
  jobsCommand,
  demoCommand,
  contractCommand,
])
  add(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${words(error)}\n`);
  process.exit(1);
});

/** What an operator can act on; anything else shows where it came from. */
const PLAIN = [SettingsError, SealedError, KitError, BackupError, MigrationFailed];

function words(error: unknown): string {
  if (error instanceof DomainError)
    return [error.message, ...(error.facts.errors ?? []).map((one) => `  ${one.pointer}: ${one.detail}`)].join('\n');
  if (PLAIN.some((kind) => error instanceof kind)) return (error as Error).message;
  return stackInSources(error);
}
