import { leafHash, nodeHash, type Peak } from './merkle';

/** Leaves whose common root is kept; those below it are read again when one of them has to be proved. */
export const PROOF_BLOCK = 256;

/**
 * Audit paths of RFC 6962, section 2.1.1, for many leaves of a long log without holding the log: it is read once for the
 * roots of its blocks, then block by block for the leaves to prove.
 */
export class InclusionProver {
  private readonly known = new Map<string, Buffer>();
  private open: Buffer[] = [];
  private at: number;

  /** `edge` stands for leaves that are no longer there; their number is a multiple of the block. */
  constructor(
    edge: readonly Peak[] = [],
    private readonly block = PROOF_BLOCK,
  ) {
    this.at = 0;
    for (const { leaves, hash } of edge) {
      this.known.set(`${this.at}/${leaves}`, hash);
      this.at += leaves;
    }
    if (this.at % block !== 0) throw new RangeError('The leaves before a proof end with a whole block.');
  }

  /** The number of leaves read so far. */
  get size(): number {
    return this.at + this.open.length;
  }

  /** Reads the next leaf's data. */
  learn(data: Uint8Array): void {
    this.open.push(leafHash(data));
    if (this.open.length < this.block) return;
    this.known.set(`${this.at}/${this.block}`, rootOf(this.open));
    this.at += this.open.length;
    this.open = [];
  }

  /** The path from leaf `index` to the root over everything read; `data` are the leaves of its block, in order. */
  prove(index: number, data: readonly Uint8Array[]): Buffer[] {
    if (index < 0 || index >= this.size) throw new RangeError('There is no such leaf.');
    const start = index - (index % this.block);
    const leaves = data.map(leafHash);
    const lookUp = (from: number, count: number): Buffer | undefined => {
      if (from >= start && from + count <= start + leaves.length)
        return rootOf(leaves.slice(from - start, from - start + count));
      return this.find(from, count);
    };
    return pathTo(index, { from: 0, count: this.size }, lookUp);
  }

  private find(from: number, count: number): Buffer | undefined {
    const known = this.known.get(`${from}/${count}`);
    if (known) return known;
    if (from >= this.at) return rootOf(this.open.slice(from - this.at, from - this.at + count));
    if (count <= this.block) return undefined;
    const half = splitOf(count);
    const [left, right] = [this.find(from, half), this.find(from + half, count - half)];
    if (!left || !right) return undefined;
    const hash = nodeHash(left, right);
    this.known.set(`${from}/${count}`, hash);
    return hash;
  }
}

/** The root of the log that a leaf with this path lies in (RFC 9162, section 2.1.3.2); undefined when the path does not fit. */
export function rootFromPath(
  data: Uint8Array,
  { index, size }: { index: number; size: number },
  path: readonly Uint8Array[],
): Buffer | undefined {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  let [at, last] = [index, size - 1];
  let hash = leafHash(data);
  for (const sibling of path) {
    if (last === 0 || sibling.length !== 32) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

type Range = { from: number; count: number };

function pathTo(
  index: number,
  { from, count }: Range,
  lookUp: (from: number, count: number) => Buffer | undefined,
): Buffer[] {
  if (count === 1) return [];
  const half = splitOf(count);
  const [left, right] = [
    { from, count: half },
    { from: from + half, count: count - half },
  ];
  const [inside, beside] = index < right.from ? [left, right] : [right, left];
  const sibling = lookUp(beside.from, beside.count);
  if (!sibling) throw new RangeError('The leaves beside this one were not read.');
  return [...pathTo(index, inside, lookUp), sibling];
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  const half = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

/** The largest power of two below `count`. */
const splitOf = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);
