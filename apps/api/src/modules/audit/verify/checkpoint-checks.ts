import { MerkleTree, openCheckpoint, type Checkpoint } from '@st0r/crypto';
import type { CheckpointFile } from '../seal/checkpoint-file';
import type { Epoch } from '../seal/epoch';
import type { Findings } from './verify-report';

interface Expected {
  root: Uint8Array;
  source: 'database' | 'anchor';
}

/** Signed checkpoints of the database and of the file outside it, held against the tree while it grows. */
export class CheckpointChecks {
  private readonly expected = new Map<number, Expected[]>();
  private largest = 0;

  constructor(private readonly findings: Findings) {}

  /** Notes of the database: a bad one means that somebody wrote into its table. */
  addStored(rows: readonly { size: number; note: string }[], verifier: string): void {
    for (const { size, note } of rows) {
      this.findings.counts.checkpoints += 1;
      const opened = open(note, verifier);
      if (opened?.size === size) this.expect(opened, 'database');
      else this.findings.bad({ seq: size, reason: 'The checkpoint stored here was not signed by this installation.' });
    }
  }

  /** Notes of the file outside the database: the anchor. */
  addAnchors(file: CheckpointFile, verifier: string): void {
    const { notes, unreadable } = file.read();
    for (const note of notes) {
      this.findings.counts.anchors += 1;
      const opened = open(note, verifier);
      if (opened) this.expect(opened, 'anchor');
      else
        this.findings.anchor({
          reason: `Checkpoint ${this.findings.counts.anchors} of ${file.path} is not signed by this installation.`,
        });
    }
    if (unreadable > 0) this.findings.misses(`${unreadable} checkpoints in ${file.path} cannot be read.`);
  }

  /** The log begins behind a kept epoch: a checkpoint of just its length must agree with it, earlier ones say nothing more. */
  begin({ lastSeq, edge }: Epoch): void {
    if (lastSeq > 0) this.at(lastSeq, () => new MerkleTree(edge).root());
  }

  /** Called with the root after every row whose number a checkpoint names. */
  at(size: number, root: () => Buffer): void {
    for (const one of this.expected.get(size) ?? []) {
      if (root().equals(one.root)) continue;
      const row = {
        seq: size,
        reason: `The log up to here is not the one that was signed (checkpoint in the ${one.source === 'anchor' ? 'anchor file' : 'database'}).`,
      };
      if (one.source === 'anchor') this.findings.anchor(row);
      else this.findings.bad(row);
    }
  }

  /** The log must be at least as long as the longest checkpoint. */
  end(size: number): void {
    if (size >= this.largest) return;
    const sources = this.expected.get(this.largest) ?? [];
    const row = {
      seq: size + 1,
      reason: `The log ends here, but ${this.largest} events were signed: the end was cut off.`,
    };
    if (sources.some((one) => one.source === 'anchor')) this.findings.anchor(row);
    else this.findings.bad(row);
  }

  private expect({ size, root }: Checkpoint, source: Expected['source']): void {
    this.expected.set(size, [...(this.expected.get(size) ?? []), { root, source }]);
    this.largest = Math.max(this.largest, size);
  }
}

function open(note: string, verifier: string): Checkpoint | undefined {
  try {
    return openCheckpoint(note, verifier);
  } catch {
    return undefined;
  }
}
