import { Argument, type Command } from 'commander';
import { BackupBook, BackupPruner, Backups, RECIPIENT_KINDS, Recipients } from '../modules/backup';
import { inHouse, lookingAround } from './house';
import { identitiesOf } from './key-files';
import { proofTable, runLine, sizeOf } from './backup-words';
import { restoreCommand } from './restore.command';

/** `st0r backup create|verify|list|restore|prune|recipients`: copies of everything, and the proof that they bring it back. */
export function backupCommand(program: Command): void {
  const backup = program.command('backup').description('Backups: made, proved, put back');
  backup
    .command('create')
    .description('Make a backup, put it back beside the installation to prove it, and forget old ones')
    .option('--no-verify', 'do not prove it; it counts as unverified')
    .action(create);
  backup
    .command('verify')
    .description('Prove a backup with the keys of its recipients; the newest one without a name')
    .argument('[name]')
    .requiredOption('--identity <file>', 'secret key (age) of a recipient of the data')
    .option('--keys-identity <file>', 'secret key (age) of a recipient of the keys; without it the keys here are used')
    .action(verify);
  backup
    .command('list')
    .description('The backups that were made, the newest first')
    .option('--json', 'print everything as JSON')
    .action(list);
  backup
    .command('prune')
    .description('Remove the backups the rules no longer keep')
    .option('--dry-run', 'name them and remove nothing')
    .action(prune);
  restoreCommand(backup);
  recipientCommands(backup);
}

async function create({ verify: prove }: { verify: boolean }): Promise<void> {
  const { name, bytes, rows, proof, pruned } = await lookingAround((app) => app.get(Backups).create({ verify: prove }));
  console.log(`Backup ${name}: ${rows} rows in ${sizeOf(bytes)}.`);
  if (proof) console.log(proofTable(proof));
  else console.log('It was not proved. Do that with the key of a recipient: st0r backup verify');
  if (pruned > 0) console.log(`${pruned} old ones were removed.`);
  if (proof && proof.problems.length > 0) process.exitCode = 1;
}

interface Keys {
  identity: string;
  keysIdentity?: string;
}

async function verify(name: string | undefined, { identity, keysIdentity }: Keys): Promise<void> {
  const keys = { data: identitiesOf(identity), keys: keysIdentity ? identitiesOf(keysIdentity) : undefined };
  const proved = await lookingAround((app) => app.get(Backups).verify(name, keys));
  console.log(`Backup ${proved.name}`);
  console.log(proofTable(proved.proof));
  if (proved.proof.problems.length > 0) process.exitCode = 1;
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const runs = await lookingAround((app) => app.get(BackupBook).recent());
  if (json) return console.log(JSON.stringify(runs, null, 2));
  if (runs.length === 0) return console.log('No backup was ever made: st0r backup create');
  for (const run of runs) console.log(runLine(run));
}

async function prune({ dryRun }: { dryRun?: boolean }): Promise<void> {
  const { data, keys } = await lookingAround((app) =>
    dryRun ? app.get(BackupPruner).surplus() : app.get(BackupPruner).prune(),
  );
  const verb = dryRun ? 'would go' : 'removed';
  for (const name of data) console.log(`${verb}: ${name}`);
  for (const name of keys) console.log(`${verb}: ${name} (keys)`);
  if (data.length + keys.length === 0) console.log('Nothing is due.');
}

function recipientCommands(backup: Command): void {
  const recipients = backup.command('recipients').description('Who may open backups from the next one on');
  const kind = new Argument('<kind>', 'which half').choices(RECIPIENT_KINDS);
  recipients
    .command('add')
    .description('Let somebody open the data, or the keys; nobody opens both')
    .addArgument(kind)
    .argument('<recipient>', 'public key of age: age1...')
    .requiredOption('--name <who>', 'whose key it is')
    .action(async (half: 'data' | 'keys', recipient: string, { name }: { name: string }) => {
      await inHouse((app) => app.get(Recipients).add({ kind: half, recipient, name }));
      console.log(`${name} opens the ${half} of every backup from now on.`);
    });
  recipients
    .command('remove')
    .description('Take somebody off; older backups stay open to them')
    .argument('<recipient>', 'public key of age')
    .action(async (recipient: string) => {
      await inHouse(async (app) => {
        const known = (await app.get(Recipients).list()).find((one) => one.recipient === recipient);
        await app.get(Recipients).remove(known?.id ?? '00000000-0000-0000-0000-000000000000');
      });
      console.log('Taken off. Backups made before stay open to this key.');
    });
  recipients
    .command('list')
    .description('Who may open what')
    .action(async () => {
      const all = await lookingAround((app) => app.get(Recipients).list());
      for (const { kind: half, name, recipient } of all) console.log(`${half.padEnd(4)}  ${recipient}  ${name}`);
      if (all.length === 0) console.log('Nobody yet, so that no backup can be made: st0r backup recipients add');
    });
}
