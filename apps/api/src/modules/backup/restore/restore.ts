import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeUpLog } from '../../audit';
import type { Settings } from '../../../platform/config';
import { SchemaDump, SchemaSwap, afterRestore, knownMigrations } from '../../../platform/database';
import { createEventGuards } from '../../../platform/events';
import { PlatformKeys } from '../../../platform/keys';
import { ArchiveReader } from '../archive/archive-reader';
import type { Manifest } from '../archive/manifest';
import { verifierOf } from '../archive/signing';
import { BackupError } from '../backup.error';
import { KEY_TABLES, putSecretsBack, type KeyCopy } from '../make/key-copy';
import { RestoredCopy, inPlainWords, keyCopyIn, sourceOf, type KeySource } from '../prove/restored-copy';
import type { Proof } from '../prove/scratch-proof';
import { openTargets } from '../targets/open-target';
import { requireStopped } from './require-stopped';

/** Which backup, and the secret halves that open it. */
export interface RestoreWords {
  readonly name?: string;
  readonly identities: readonly string[];
  /** Of the copy of the keys; left out where the keys are still here. */
  readonly keyIdentities?: readonly string[];
  /** File with the public key of whoever signed it, where no secret is here to tell. */
  readonly signer?: string;
}

/** What only the composition above the modules can do. */
export interface RestoreHands {
  migrate(settings: Settings, how?: { grants: boolean }): Promise<string[]>;
  tell(sentence: string): void;
}

/** What a restore ended with. */
export interface Restored {
  proof: Proof;
  migrations: string[];
  secrets: string[];
  /** Where newer checkpoints of the audit log went, and folders that still know more than what came back. */
  setAside: string | null;
  ahead: readonly string[];
}

/**
 * Puts a backup in the place of the present data. It is loaded, proved and brought up to date beside it, and everybody is
 * signed out of it there; then the tables change places in one step. Whatever fails before leaves everything as it was. What
 * was here stays in a schema of its own until the new tables are guarded, also when the machine stops in between.
 */
export class Restore {
  private constructor(
    private readonly settings: Settings,
    private readonly archive: ArchiveReader,
    private readonly copy: KeyCopy | null,
  ) {}

  /** Opens the archives and believes their signatures; nothing is written. */
  static async open(settings: Settings, { name, identities, keyIdentities, signer }: RestoreWords): Promise<Restore> {
    const targets = openTargets(settings);
    const verifier = verifierOf(settings, signer);
    const archive = await ArchiveReader.open(targets.data, name, { verifier, identities });
    await archive.requireWhole();
    requireKnown(archive.manifest);
    const how = { verifier, identities: keyIdentities ?? [] };
    const copy = keyIdentities
      ? await keyCopyIn(await ArchiveReader.open(targets.keys, archive.manifest.name, how))
      : null;
    return new Restore(settings, archive, copy);
  }

  get manifest(): Manifest {
    return this.archive.manifest;
  }

  /** Bytes that will be read. */
  get bytes(): number {
    return this.archive.bytes;
  }

  async run(hands: RestoreHands): Promise<Restored> {
    const swap = await SchemaSwap.open(this.settings);
    try {
      await requireStopped(swap);
      if (await swap.interrupted()) throw interrupted(swap.before);
      const secrets = this.copy ? putSecretsBack(this.settings, this.copy) : [];
      const keys = await openKeys(this.settings);
      hands.tell('Loading the backup beside what is there ...');
      const copy = await RestoredCopy.open(this.settings, this.archive, 'migration');
      try {
        return { secrets, ...(await this.place(swap, copy, { keys, ...hands })) };
      } finally {
        await copy.close();
      }
    } finally {
      await swap.end();
    }
  }

  private async place(
    swap: SchemaSwap,
    copy: RestoredCopy,
    { keys, migrate, tell }: RestoreHands & { keys: PlatformKeys },
  ): Promise<Omit<Restored, 'secrets'>> {
    const proof = await copy.prove(keys, this.source(keys));
    if (proof.problems.length > 0)
      throw new BackupError(`This backup would not bring everything back. ${proof.problems.slice(0, 5).join(' ')}`);
    tell('It is whole. Taking its place ...');
    const migrations = await copy.explained(() => migrate(copy.scratch.settings, { grants: false }));
    for (const statement of afterRestore()) await copy.explained(() => copy.scratch.ask(statement));
    // Loading took its time; somebody may have started a process meanwhile.
    await requireStopped(swap);
    await this.exchange(swap, copy, migrate);
    await swap
      .keep()
      .catch(() => tell(`What was here before is still in the schema ${swap.before}. Remove it when you are sure.`));
    return { proof, migrations, ...(await this.putFilesBack(swap, copy.folder)) };
  }

  private async exchange(swap: SchemaSwap, copy: RestoredCopy, migrate: RestoreHands['migrate']): Promise<void> {
    let taken = false;
    try {
      await copy.confirm();
      await swap.take(copy.scratch.name).catch(inPlainWords);
      taken = true;
      for (const statement of createEventGuards()) await swap.ask(statement);
      // Nothing is left to be migrated; the accounts get their rights on what is new.
      await migrate(this.settings);
      // Whoever took the schema over while the tables moved may have emptied it; what was here before is still kept.
      await copy.confirm();
    } catch (error) {
      if (taken) await takeBack(swap, copy);
      // They were taken off before the tables moved; where nothing was before, there is nothing to guard.
      if (await swap.occupied()) for (const statement of createEventGuards()) await swap.ask(statement);
      throw error;
    }
  }

  private source(keys: PlatformKeys): KeySource {
    return this.copy ? sourceOf(this.copy) : { rows: presentRows(this.settings), keyring: keys.keyring };
  }

  private async putFilesBack(swap: SchemaSwap, folder: string): Promise<Pick<Restored, 'setAside' | 'ahead'>> {
    try {
      return await this.filesBack(swap, folder);
    } catch (error) {
      throw new BackupError(
        `The data of the backup is in place. Its files are not: ${(error as Error).message} Mend that and repeat the restore.`,
      );
    }
  }

  private async filesBack(swap: SchemaSwap, folder: string): Promise<Pick<Restored, 'setAside' | 'ahead'>> {
    const { DATA_DIR } = this.settings;
    for (const { path = '' } of this.archive.objects('file')) {
      // Checkpoints are the log's; any other file that is here already is newer than the backup.
      if (/^audit-/.test(path) || existsSync(join(DATA_DIR, path))) continue;
      mkdirSync(dirname(join(DATA_DIR, path)), { recursive: true });
      copyFileSync(join(folder, path), join(DATA_DIR, path));
    }
    const notes = await swap.ask<{ note: string }>('SELECT note FROM event_checkpoint ORDER BY size');
    const { sealed } = this.manifest.audit;
    return takeUpLog(this.settings, { notes: notes.map(({ note }) => note), sealed, verifierFrom: folder });
  }
}

/** A database of a newer release is not understood by this one; an older one is brought up to date. */
function requireKnown({ name, schema, product }: Manifest): void {
  const known = new Set(knownMigrations());
  const newer = schema.filter((one) => !known.has(one));
  if (newer.length > 0)
    throw new BackupError(
      `${name} was made by a newer release (${product}): its database has ${newer.at(-1)}. Install that release first.`,
    );
}

const interrupted = (schema: string): BackupError =>
  new BackupError(
    `An earlier restore was interrupted when the tables changed places. What was here before it is in the schema ${schema}, and nowhere else: keep a copy of it or drop it, as the administrator of the database, then repeat.`,
  );

/** Moves the tables back, unless the schema they came from is somebody else's by now and may hold others of their names. */
async function takeBack(swap: SchemaSwap, copy: RestoredCopy): Promise<void> {
  const ours = await copy.confirm().then(
    () => true,
    () => false,
  );
  await (ours ? swap.undo(copy.scratch.name) : swap.putBack());
}

async function openKeys(settings: Settings): Promise<PlatformKeys> {
  const keys = await PlatformKeys.open(settings);
  if (keys.sealedBecause)
    throw new BackupError(
      `${keys.sealedBecause} Without the keys nothing sealed would open: put them back (st0r keys recover), or name who opens their copy: --keys-identity <file>`,
    );
  return keys;
}

async function* presentRows(settings: Settings): AsyncGenerator<string> {
  const dump = await SchemaDump.open(settings, 'migration');
  try {
    for (const table of KEY_TABLES) yield* dump.rows(table);
  } catch (error) {
    if (
      (error as { code?: string }).code !== 'ER_NO_SUCH_TABLE' &&
      !/INSERT INTO|columns/.test((error as Error).message)
    )
      throw error;
    throw new BackupError('There are no data keys here. Name who opens their copy: --keys-identity <file>');
  } finally {
    await dump.end();
  }
}
