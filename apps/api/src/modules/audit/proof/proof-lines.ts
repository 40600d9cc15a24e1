import { InclusionProver, PROOF_BLOCK } from '@st0r/crypto';
import type { Epoch } from '../seal/epoch';
import type { StoredEvent } from '../seal/stored-event';

/** First line of an export with proofs: what the proofs lead to, and with which key it was signed. */
export interface ProofHead {
  readonly kind: 'clientst0r.audit.proofs';
  readonly version: 1;
  /** Signed note over the whole log; the signature is checked with the key that was published, not with this one. */
  readonly checkpoint: string;
  readonly verifier: string;
  readonly organisationId: string;
}

/** One event with everything its hash covers, and its path to the checkpoint's root. */
export interface ProofLine {
  readonly seq: number;
  readonly row: Readonly<Record<string, string | number | null>>;
  readonly mac: string;
  readonly path: readonly string[];
}

/** Last line: a file that was cut off has none. */
export interface ProofEnd {
  readonly kind: 'end';
  readonly count: number;
}

/** A sealed event of one organisation. */
export type SealedEvent = StoredEvent & { readonly seq: number };

/** Where row hashes come from. */
export interface HashSource {
  /** Hashes of the rows `from` to `to` of the chain, in order. */
  hashes(from: number, to: number): Promise<Buffer[]>;
}

const LEARNED_AT_ONCE = 10_000;

/** Proofs for events that come in any order, but mostly in that of the chain: the last block read is kept. */
export class ProofMaker {
  private block: { start: number; hashes: Buffer[] } | undefined;

  private constructor(
    private readonly prover: InclusionProver,
    private readonly source: HashSource,
    private readonly size: number,
  ) {}

  /** Reads the log once, up to `size`; what is held in memory is a ten-thousandth of it. */
  static async over(source: HashSource, { lastSeq, edge }: Epoch, size: number): Promise<ProofMaker> {
    const prover = new InclusionProver(edge);
    for (let from = lastSeq + 1; from <= size; from += LEARNED_AT_ONCE)
      for (const hash of await source.hashes(from, Math.min(from + LEARNED_AT_ONCE - 1, size))) prover.learn(hash);
    if (prover.size !== size) throw new Error('The log is shorter than its checkpoint.');
    return new ProofMaker(prover, source, size);
  }

  async pathOf(seq: number): Promise<string[]> {
    const index = seq - 1;
    const start = index - (index % PROOF_BLOCK);
    if (this.block?.start !== start) {
      const end = Math.min(start + PROOF_BLOCK, this.size);
      this.block = { start, hashes: await this.source.hashes(start + 1, end) };
    }
    return this.prover.prove(index, this.block.hashes).map((hash) => hash.toString('base64'));
  }
}
