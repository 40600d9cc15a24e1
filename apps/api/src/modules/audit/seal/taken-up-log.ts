import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openCheckpoint } from '@st0r/crypto';
import type { Settings } from '../../../platform/config';
import { anchorFolders } from './anchors';
import { CheckpointFile } from './checkpoint-file';

/** What was found where checkpoints are kept, after an older log came back. */
export interface TakenUp {
  /** Where the checkpoints of the events that are gone lie now; null when there were none. */
  readonly setAside: string | null;
  /** Further folders that know more than the log; an operator decides about them. */
  readonly ahead: readonly string[];
}

/**
 * After a restore: the checkpoints beside the database become those of the log that came back. Newer ones are set aside and
 * not deleted, for they prove that there was more. `verifierFrom` is a folder with the public key, where none is here yet.
 */
export function takeUpLog(
  settings: Settings,
  { notes, sealed, verifierFrom }: { notes: readonly string[]; sealed: number; verifierFrom: string },
): TakenUp {
  const { DATA_DIR } = settings;
  const key = 'audit-checkpoints.pub';
  takeUpVerifier(join(verifierFrom, key), join(DATA_DIR, key));
  const verifier = CheckpointFile.verifierIn(DATA_DIR) ?? '';
  const knows = (folder: string): number => sizeOf(CheckpointFile.in(folder).newest(), verifier);
  const ahead = anchorFolders(settings).filter((folder) => knows(folder) > sealed);
  const file = CheckpointFile.in(DATA_DIR);
  if (file.present && knows(DATA_DIR) <= sealed) return { setAside: null, ahead };
  const setAside = file.present ? moved(file.path) : null;
  for (const note of notes) file.append(note);
  return { setAside, ahead };
}

/** A new installation has signed a log of its own by now: its key goes with its checkpoints. */
function takeUpVerifier(theirs: string, here: string): void {
  if (!existsSync(theirs)) return;
  if (existsSync(here) && readFileSync(here, 'utf8').trim() === readFileSync(theirs, 'utf8').trim()) return;
  if (existsSync(here)) moved(here);
  copyFileSync(theirs, here);
}

function moved(path: string): string {
  const aside = path.replace(
    /\.\w+$/,
    (end) => `-before-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}${end}`,
  );
  renameSync(path, aside);
  return aside;
}

function sizeOf(note: string | undefined, verifier: string): number {
  try {
    return note === undefined ? 0 : openCheckpoint(note, verifier).size;
  } catch {
    // A note nobody here can read is kept as well: it is set aside.
    return Number.MAX_SAFE_INTEGER;
  }
}
