import type { Command } from 'commander';
import { BackupBook, BackupError, Restore } from '../modules/backup';
import { migrate } from '../migrate';
import { readSettings, type Settings } from '../platform/config';
import { EventRecorder } from '../platform/events';
import { sizeOf } from './backup-words';
import { inHouse } from './house';
import { identitiesOf } from './key-files';

interface RestoreOptions {
  identity: string;
  keysIdentity?: string;
  signer?: string;
  dryRun?: boolean;
  yes?: boolean;
}

/** `st0r backup restore`: a backup takes the place of the present data. */
export function restoreCommand(backup: Command): void {
  backup
    .command('restore')
    .description('Put a backup in the place of the present data; API and workers are stopped')
    .argument('[name]', 'the newest one when left out')
    .requiredOption('--identity <file>', 'secret key (age) of a recipient of the data')
    .option('--keys-identity <file>', 'secret key (age) of a recipient of the keys, where the keys are lost as well')
    .option('--signer <file>', 'backup-signing.pub of the installation, where its secrets are lost')
    .option('--dry-run', 'say what it would do and how long that took last, and do nothing')
    .option('--yes', 'do it: everything since the backup is lost')
    .action(restore);
}

async function restore(name: string | undefined, options: RestoreOptions): Promise<void> {
  const settings = readSettings({ DATABASE_TIMEOUT_SECONDS: '3600', ...process.env, LOG_LEVEL: 'silent' });
  const { identity, keysIdentity, signer, dryRun, yes } = options;
  const opened = await Restore.open(settings, {
    name,
    identities: identitiesOf(identity),
    keyIdentities: keysIdentity ? identitiesOf(keysIdentity) : undefined,
    signer,
  });
  await tellPlan(opened, Boolean(keysIdentity));
  if (dryRun) return console.log('Nothing was done.');
  if (!yes) throw new BackupError('Everything written since then would be lost. To do it, repeat with --yes.');
  await carryOut(opened, settings);
}

async function tellPlan({ manifest, bytes }: Restore, keysToo: boolean): Promise<void> {
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
  console.log(`Backup ${manifest.name}, made ${manifest.madeAt} by release ${manifest.product}.`);
  console.log(`It would bring back ${rows} rows (${sizeOf(bytes)}) and ${manifest.audit.sealed} sealed events.`);
  console.log(keysToo ? 'Its keys come from their copy.' : 'It is opened with the keys that are here.');
  console.log('Everybody is signed out, links end, and one-time codes that were used stay used.');
  const last = await lastTime();
  if (last) console.log(`Putting one back and proving it took ${last} s last time.`);
}

/** Only where there is a database that remembers. */
async function lastTime(): Promise<number | null> {
  try {
    const run = await inHouse((app) => app.get(BackupBook).lastVerified());
    return run?.restoreMs ? Math.max(1, Math.round(run.restoreMs / 1000)) : null;
  } catch {
    return null;
  }
}

async function carryOut(opened: Restore, settings: Settings): Promise<void> {
  const { proof, migrations, secrets, setAside, ahead } = await opened.run({
    migrate,
    tell: (sentence) => console.log(sentence),
  });
  if (secrets.length > 0) console.log(`Written to ${settings.SECRETS_DIR}: ${secrets.join(', ')}`);
  if (migrations.length > 0) console.log(`Brought up to date: ${migrations.join(', ')}`);
  const { name, audit } = opened.manifest;
  await inHouse(async (app) => {
    app.get(EventRecorder).record({
      action: 'backup.restored',
      category: 'security',
      details: { name, rows: proof.rows, sealed: audit.sealed, setAside: setAside !== null },
    });
  });
  console.log(`Backup ${name} is in place: ${proof.rows} rows, ${proof.keys} keys, ${proof.events} sealed events.`);
  if (setAside) console.log(`Checkpoints of events that are gone were kept: ${setAside}`);
  for (const folder of ahead)
    console.log(`The anchor in ${folder} knows more events than came back. Set its file aside.`);
  console.log('Start ClientSt0r, then: st0r doctor, st0r audit verify, st0r vault verify');
}
