import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Name of the log in its checkpoints. */
export const LOG_ORIGIN = 'clientst0r.audit';

/** More than any note is long. */
const TAIL_BYTES = 4_096;
const NOTE = /[^\n]+\n\d+\n[^\n]+\n\n\u2014 [^\n]+\n(?=\n)/g;

/** Signed checkpoints beside the database: whoever rewrites the log there cannot rewrite this. Copies of it may live anywhere. */
export class CheckpointFile {
  constructor(readonly path: string) {}

  static in(folder: string): CheckpointFile {
    return new CheckpointFile(join(folder, 'audit-checkpoints.txt'));
  }

  /** Verifier key of the checkpoints in a folder; null before the first seal. */
  static verifierIn(folder: string): string | null {
    const path = verifierPath(folder);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
  }

  /** Keeps the verifier key for everybody who may verify but not sign. */
  static keepVerifier(folder: string, verifier: string): void {
    const known = CheckpointFile.verifierIn(folder);
    if (known === null) return writeFileSync(verifierPath(folder), `${verifier}\n`, { mode: 0o644 });
    if (known !== verifier)
      throw new Error(`The checkpoint key is not the one in ${verifierPath(folder)}: put the right key back.`);
  }

  get present(): boolean {
    return existsSync(this.path);
  }

  /** Adds a note at the end, on the disk before this returns. */
  append(note: string): void {
    // A note cut off by a crash must not swallow the first line of the next.
    const whole = !this.present || /(^|\n\n)$/.test(this.tail(2));
    const file = openSync(this.path, 'a', 0o640);
    try {
      appendFileSync(file, `${whole ? '' : '\n\n'}${note}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** The last note that can be read as one; undefined without any. The file grows for years: only its end is read. */
  newest(): string | undefined {
    return this.present ? this.tail(TAIL_BYTES).match(NOTE)?.at(-1) : undefined;
  }

  private tail(bytes: number): string {
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      const end = Buffer.alloc(Math.min(bytes, size));
      readSync(file, end, 0, end.length, size - end.length);
      return end.toString('utf8');
    } finally {
      closeSync(file);
    }
  }

  /** Every note, oldest first, and how many could not be read as one. */
  read(): { notes: string[]; unreadable: number } {
    const text = this.present ? readFileSync(this.path, 'utf8') : '';
    const notes = text.match(NOTE) ?? [];
    const begun = text.split('\n').filter((line) => line === LOG_ORIGIN).length;
    return { notes: [...notes], unreadable: Math.max(0, begun - notes.length) };
  }
}

const verifierPath = (folder: string): string => join(folder, 'audit-checkpoints.pub');
