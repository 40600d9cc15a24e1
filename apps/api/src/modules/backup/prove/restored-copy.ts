import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { parseKeyring, type Keyring } from '@st0r/crypto';
import { AuditVerifier } from '../../audit';
import type { Settings } from '../../../platform/config';
import { ScratchRefused, ScratchSchema } from '../../../platform/database';
import type { PlatformKeys } from '../../../platform/keys';
import type { ArchiveReader } from '../archive/archive-reader';
import { BackupError } from '../backup.error';
import { isHouseFile } from '../make/house-files';
import type { KeyCopy } from '../make/key-copy';
import { RestoredKeys, type Proof } from './scratch-proof';

/** The wrapped data keys a copy is opened with: those of its key copy, or the ones that are here. */
export interface KeySource {
  readonly rows: AsyncIterable<string> | Iterable<string>;
  readonly keyring: Keyring;
  /** True for a key copy: it has every key the data needs, also of clients that were shredded since. */
  readonly complete?: boolean;
}

/** A backup put back into a schema beside the installation's own, where it is tried out and nothing depends on it. */
export class RestoredCopy {
  private constructor(
    readonly scratch: ScratchSchema,
    readonly folder: string,
    private readonly archive: ArchiveReader,
    private readonly role: 'application' | 'migration',
  ) {}

  /** Loads the data and the rows of the key tables; whoever opens it closes it. */
  static async open(
    settings: Settings,
    archive: ArchiveReader,
    role: 'application' | 'migration',
  ): Promise<RestoredCopy> {
    await archive.requireWhole();
    const folder = await mkdtemp(join(tmpdir(), 'st0r-restored-'));
    const copy = new RestoredCopy(await scratchOf(settings, role), folder, archive, role);
    try {
      await copy.explained(() => copy.load());
      return copy;
    } catch (error) {
      await copy.close();
      throw error;
    }
  }

  /** Compares, opens and recomputes everything a restore depends on. */
  async prove(keys: PlatformKeys, source: KeySource): Promise<Proof> {
    const began = performance.now();
    await this.confirm();
    const proof = await this.explained(() => this.proved(keys, source));
    // What was read may have been somebody else's rows since.
    await this.confirm();
    return { ...proof, milliseconds: Math.round(performance.now() - began) };
  }

  /** Throws BackupError where the schema it lies in is somebody else's by now: nothing that was found in it counts. */
  confirm(): Promise<void> {
    return this.scratch.confirm().catch(inPlainWords);
  }

  /** Runs work on it. Where that fails because the schema was taken over, and emptied, this is what is said of it. */
  async explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.confirm().catch((reason) => inPlainWords(reason instanceof BackupError ? reason : error));
      return inPlainWords(error);
    }
  }

  async close(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    await this.scratch.drop();
  }

  private async load(): Promise<void> {
    for (const object of this.archive.objects('database')) await this.scratch.load(this.archive.read(object));
    for (const object of this.archive.objects('file')) await this.put(object.path ?? '', this.archive.read(object));
  }

  private async proved(keys: PlatformKeys, { rows, keyring, complete = false }: KeySource): Promise<Proof> {
    const proof: Proof = { problems: [], rows: 0, organisations: 0, keys: 0, fields: 0, events: 0, milliseconds: 0 };
    await this.scratch.load(rows);
    await this.compareCounts(proof);
    const restored = new RestoredKeys(this.scratch, keyring);
    await restored.prove(proof, complete ? this.archive.manifest.dataKeys : []);
    await restored.proveFields(proof);
    await this.proveLog(keys, proof);
    return proof;
  }

  private async put(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    if (!isHouseFile(path)) throw new BackupError(`The backup wants to write ${path}, which is no file of ours.`);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    writeFileSync(join(this.folder, path), Buffer.concat(chunks), { mode: 0o600 });
  }

  private async compareCounts(proof: Proof): Promise<void> {
    const found = await this.scratch.counts();
    for (const [table, rows] of Object.entries(this.archive.manifest.rows)) {
      proof.rows += found[table] ?? 0;
      if (found[table] !== rows)
        proof.problems.push(`The table ${table} has ${found[table] ?? 'no'} rows; the manifest says ${rows}.`);
    }
  }

  private async proveLog(keys: PlatformKeys, proof: Proof): Promise<void> {
    const { sealed } = this.archive.manifest.audit;
    if (sealed === 0) return;
    // The checkpoints of the copy, not those of this installation, which knows more than the copy does.
    const settings = { ...this.scratch.settings, DATA_DIR: this.folder, AUDIT_ANCHORS: '' };
    const account = this.role === 'application' ? 'application' : 'migration';
    const report = await new AuditVerifier(settings, keys).verify({ to: sealed, account, copy: true });
    proof.events = report.counts.sealed;
    if (!report.ok)
      proof.problems.push(`The audit log up to event ${sealed}: ${report.firstBad?.reason ?? report.notes.join(' ')}`);
    else if (report.to !== sealed) proof.problems.push(`The audit log ends at ${report.to ?? 0} instead of ${sealed}.`);
  }
}

/** What the key copy of a backup holds. */
export async function keyCopyIn(archive: ArchiveReader): Promise<KeyCopy> {
  await archive.requireWhole();
  const [object] = archive.objects('keys');
  if (!object) throw new BackupError(`${archive.manifest.name} is no copy of the keys.`);
  return JSON.parse(await text(Readable.from(archive.read(object)))) as KeyCopy;
}

export const sourceOf = ({ rows, secrets }: KeyCopy): KeySource => ({
  rows,
  keyring: parseKeyring(secrets['keyring.json'] ?? ''),
  complete: true,
});

const scratchOf = (settings: Settings, role: 'application' | 'migration'): Promise<ScratchSchema> =>
  ScratchSchema.open(settings, role).catch(inPlainWords);

/** What is refused of the schema beside the installation's own, as an error of a backup. */
export function inPlainWords(error: unknown): never {
  throw error instanceof ScratchRefused ? new BackupError(error.message) : error;
}
