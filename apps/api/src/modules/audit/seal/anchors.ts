import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openCheckpoint } from '@st0r/crypto';
import type { Settings } from '../../../platform/config';
import { CheckpointFile } from './checkpoint-file';

/** A further place that could not be written to, and why. */
export interface AnchorFault {
  readonly folder: string;
  readonly reason: string;
}

/**
 * Where checkpoints are kept outside the database: the data folder, and folders on other disks or machines
 * (`AUDIT_ANCHORS`). The first must take a checkpoint before it counts; the others are caught up as soon as they can be.
 */
export class Anchors {
  private readonly local: CheckpointFile;
  private readonly folders: readonly string[];
  /** Length of the log that each further folder knows of; absent where nobody has looked yet. */
  private readonly reached = new Map<string, number>();

  constructor(
    settings: Pick<Settings, 'DATA_DIR' | 'AUDIT_ANCHORS'>,
    private readonly verifier: string,
  ) {
    this.local = CheckpointFile.in(settings.DATA_DIR);
    this.folders = anchorFolders(settings);
    CheckpointFile.keepVerifier(settings.DATA_DIR, verifier);
  }

  /** The newest note of the data folder. */
  newest(): string | undefined {
    return this.local.newest();
  }

  /** Keeps a note everywhere; answers the places that did not take it. */
  append(note: string): AnchorFault[] {
    const before = this.sizeOf(this.newest());
    this.local.append(note);
    return this.folders.flatMap((folder) => this.keep(folder, note, before));
  }

  private keep(folder: string, note: string, before: number): AnchorFault[] {
    try {
      // Made by the operator: a folder of our own making would hide that a disk is not there.
      if (!existsSync(folder)) throw new Error('There is no such folder.');
      if (this.reached.get(folder) === before) CheckpointFile.in(folder).append(note);
      else this.catchUp(folder);
      this.reached.set(folder, this.sizeOf(note));
      return [];
    } catch (error) {
      this.reached.delete(folder);
      return [{ folder, reason: (error as Error).message }];
    }
  }

  /** A folder that was away gets every note it missed, so that it is as good as one that never was. */
  private catchUp(folder: string): void {
    CheckpointFile.keepVerifier(folder, this.verifier);
    const there = CheckpointFile.in(folder);
    const size = this.sizeOf(there.newest());
    for (const note of this.local.read().notes) if (this.sizeOf(note) > size) there.append(note);
  }

  private sizeOf(note: string | undefined): number {
    return note === undefined ? 0 : openCheckpoint(note, this.verifier).size;
  }
}

/** The folders of `AUDIT_ANCHORS`. */
export const anchorFolders = ({ AUDIT_ANCHORS }: Pick<Settings, 'AUDIT_ANCHORS'>): string[] =>
  AUDIT_ANCHORS.split(',')
    .map((folder) => folder.trim())
    .filter(Boolean)
    .map((folder) => resolve(folder));

/** The checkpoint file an operator means: a file itself, or the one in a folder. */
export function checkpointFileAt(path: string): CheckpointFile {
  return existsSync(path) && statSync(path).isDirectory() ? CheckpointFile.in(path) : new CheckpointFile(path);
}
