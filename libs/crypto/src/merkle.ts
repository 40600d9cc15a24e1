import { createHash } from 'node:crypto';

/** A perfect subtree on the right edge of the tree. */
export interface Peak {
  readonly leaves: number;
  readonly hash: Buffer;
}

/** Merkle tree hash of RFC 6962, section 2.1, leaf by leaf; keeps only the right edge, so a million leaves cost nothing. */
export class MerkleTree {
  private readonly peaks: Peak[];

  /** Goes on from the right edge of a tree whose leaves are no longer there. */
  constructor(edge: readonly Peak[] = []) {
    this.peaks = [...edge];
  }

  /** Number of leaves so far. */
  get size(): number {
    return this.peaks.reduce((sum, peak) => sum + peak.leaves, 0);
  }

  /** The right edge, largest subtree first: all that is needed to go on. */
  get edge(): readonly Peak[] {
    return [...this.peaks];
  }

  /** Adds a leaf's data (for the audit log: a row hash). */
  append(data: Uint8Array): void {
    let peak: Peak = { leaves: 1, hash: leafHash(data) };
    while (this.peaks.at(-1)?.leaves === peak.leaves) {
      const left = this.peaks.pop();
      if (left) peak = { leaves: left.leaves * 2, hash: nodeHash(left.hash, peak.hash) };
    }
    this.peaks.push(peak);
  }

  /** The root over all leaves so far, 32 bytes; of no leaves, the hash of nothing. */
  root(): Buffer {
    const last = this.peaks.at(-1);
    if (!last) return createHash('sha256').digest();
    return this.peaks.slice(0, -1).reduceRight((right, peak) => nodeHash(peak.hash, right), last.hash);
  }
}

/** The RFC 6962 root over a list of leaves. */
export function merkleRoot(leaves: Iterable<Uint8Array>): Buffer {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

// The two prefixes keep a leaf from ever passing as an inner node.
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(data).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}
