import { MerkleTree, chainHash, type Checkpoint } from '@st0r/crypto';
import type { AccountSession } from '../../../platform/database';
import type { Epoch } from './epoch';

const BATCH = 10_000;

/** One link as it is stored. */
export interface Seal {
  seq: number;
  row_hash: Buffer;
  hash: Buffer;
}

/** The database no longer continues what was signed; sealing on would hide that. */
export class ChainBroken extends Error {}

/** The end of the chain and the tree over all of it, in memory: 32 bytes and the right edge. */
export class SealedChain {
  private readonly tree: MerkleTree;
  private head: Uint8Array;
  private length: number;

  private constructor({ edge, head, lastSeq }: Epoch) {
    this.tree = new MerkleTree(edge);
    this.head = head;
    this.length = lastSeq;
  }

  /** Reads the chain from the kept epoch on and proves that it continues the last checkpoint kept outside the database. */
  static async load(session: AccountSession, epoch: Epoch, anchor: Checkpoint | undefined): Promise<SealedChain> {
    const chain = new SealedChain(epoch);
    // A checkpoint of just this length was signed before the rows went; of an earlier one there is nothing left to compare.
    if (anchor && anchor.size === chain.length && !chain.root().equals(anchor.root)) throw broken(anchor);
    for (;;) {
      const seals = await session.query<Seal>(
        'SELECT seq, row_hash, hash FROM event_seal WHERE seq > ? ORDER BY seq LIMIT ?',
        [chain.length, BATCH],
      );
      for (const seal of seals) chain.resume(seal, anchor);
      if (seals.length < BATCH) break;
    }
    if (anchor && chain.length < anchor.size) throw broken(anchor);
    return chain;
  }

  /** How many rows are sealed. */
  get size(): number {
    return this.length;
  }

  root(): Buffer {
    return this.tree.root();
  }

  /** Adds the next link; the caller stores it or throws the chain away. */
  link(rowHash: Buffer): Seal {
    const seq = this.length + 1;
    const hash = chainHash(this.head, seq, rowHash);
    this.advance(rowHash, hash);
    return { seq, row_hash: rowHash, hash };
  }

  private resume(seal: Seal, anchor: Checkpoint | undefined): void {
    if (seal.seq !== this.length + 1) throw new ChainBroken(`Seal ${this.length + 1} is missing: run "audit verify".`);
    this.advance(seal.row_hash, seal.hash);
    if (anchor?.size === this.length && !this.root().equals(anchor.root)) throw broken(anchor);
  }

  private advance(rowHash: Buffer, hash: Buffer): void {
    this.tree.append(rowHash);
    this.head = hash;
    this.length += 1;
  }
}

const broken = ({ size }: Checkpoint): ChainBroken =>
  new ChainBroken(`The log does not continue its checkpoint of ${size} events: run "audit verify" before sealing on.`);
