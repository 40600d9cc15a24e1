import { BackupError } from '../backup.error';
import type { BackupTarget } from '../targets/backup-target';

/** The file that makes a folder a backup: written last, signed. */
export const MANIFEST = 'manifest.txt';

/** A locked file of a backup. */
export interface ArchiveObject {
  readonly file: string;
  readonly holds: 'database' | 'file' | 'keys';
  /** Of a file: where it lies, seen from the data folder. */
  readonly path?: string;
  readonly bytes: number;
  /** Of the locked bytes, so that anybody can compare. */
  readonly sha256: string;
}

/** What a backup is, for everybody to read and nobody to change. */
export interface Manifest {
  readonly format: 1;
  readonly kind: 'data' | 'keys';
  readonly name: string;
  readonly madeAt: string;
  readonly product: string;
  /** Migrations the database had, in their order. */
  readonly schema: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
  readonly rootKeys: readonly { version: number; check: string }[];
  /** Ids of the data keys the sealed values need. */
  readonly dataKeys: readonly string[];
  /** Length of the sealed audit log, and its last signed checkpoint. */
  readonly audit: { readonly sealed: number; readonly checkpoint: string | null };
  readonly recipients: readonly string[];
  readonly objects: readonly ArchiveObject[];
}

/** What is known about a backup before anything of it is written. */
export type ManifestFacts = Omit<Manifest, 'format' | 'objects'>;

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

export function readManifest(text: string, name: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.name !== name)
    throw new BackupError(`The folder ${name} holds the manifest of ${manifest.name}: it was moved or renamed.`);
  if ((manifest.format as number) !== 1)
    throw new BackupError(
      `${name} has a format this release does not know. Use the release that made it, or a newer one.`,
    );
  return manifest;
}

/** Names of the whole backups at a target; a folder without a manifest was never finished. */
export async function wholeOnes(target: BackupTarget): Promise<string[]> {
  const names = await target.names();
  const sizes = await Promise.all(names.map((name) => target.size(`${name}/${MANIFEST}`)));
  return names.filter((_, at) => sizes[at] !== null);
}
