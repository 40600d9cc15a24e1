import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { InclusionProver, rootFromPath } from './inclusion';
import { MerkleTree, merkleRoot } from './merkle';

const leaves = Array.from({ length: 70 }, () => randomBytes(32));

/** RFC 6962, section 2.1.1, word for word. */
function definedPath(index: number, list: readonly Buffer[]): Buffer[] {
  if (list.length === 1) return [];
  let half = 1;
  while (half * 2 < list.length) half *= 2;
  return index < half
    ? [...definedPath(index, list.slice(0, half)), merkleRoot(list.slice(half))]
    : [...definedPath(index - half, list.slice(half)), merkleRoot(list.slice(0, half))];
}

function proverOver(count: number, { block = 4, gone = 0 } = {}): InclusionProver {
  const tree = new MerkleTree();
  for (const leaf of leaves.slice(0, gone)) tree.append(leaf);
  const prover = new InclusionProver(tree.edge, block);
  for (const leaf of leaves.slice(gone, count)) prover.learn(leaf);
  return prover;
}

const blockOf = (index: number, count: number, block = 4): Buffer[] => {
  const start = index - (index % block);
  return leaves.slice(start, Math.min(start + block, count));
};

describe('an inclusion proof', () => {
  it('is the audit path of RFC 6962 for every leaf of every size up to 70', () => {
    for (let count = 1; count <= 70; count += 1) {
      const prover = proverOver(count);
      for (let index = 0; index < count; index += 1)
        expect(prover.prove(index, blockOf(index, count))).toEqual(definedPath(index, leaves.slice(0, count)));
    }
  });

  it('is the same when the leaves before it are gone and only the edge of their tree is left', () => {
    for (const gone of [4, 12, 32, 44, 64])
      for (const count of [gone + 1, 66, 70]) {
        const prover = proverOver(count, { gone });
        expect(prover.size).toBe(count);
        for (let index = gone; index < count; index += 1)
          expect(prover.prove(index, blockOf(index, count))).toEqual(definedPath(index, leaves.slice(0, count)));
      }
    expect(() => proverOver(70, { gone: 5 })).toThrow('whole block');
  });

  it('leads to the root, and to no root for another leaf, place, size or path', () => {
    const root = merkleRoot(leaves.slice(0, 37));
    const path = proverOver(37).prove(21, blockOf(21, 37));
    const lead = (leaf: number, index: number, size: number, way = path): Buffer | undefined =>
      rootFromPath(leaves[leaf]!, { index, size }, way);
    expect(lead(21, 21, 37)).toEqual(root);
    expect(lead(20, 21, 37)).not.toEqual(root);
    expect(lead(21, 20, 37)).not.toEqual(root);
    expect(lead(21, 21, 8)).toBeUndefined();
    expect(lead(21, 37, 37)).toBeUndefined();
    expect(lead(21, 21, 37, path.slice(1))).toBeUndefined();
    expect(lead(21, 21, 37, [...path, root])).toBeUndefined();
    expect(lead(21, 21, 37, [root.subarray(1), ...path.slice(1)])).toBeUndefined();
    for (let count = 1; count <= 70; count += 1)
      for (let index = 0; index < count; index += 1) {
        const way = proverOver(count).prove(index, blockOf(index, count));
        expect(rootFromPath(leaves[index]!, { index, size: count }, way)).toEqual(merkleRoot(leaves.slice(0, count)));
      }
  });

  it('of a leaf cannot be made from a node: their hashes begin differently', () => {
    const node = createHash('sha256').update(leaves[0]!).update(leaves[1]!).digest();
    expect(rootFromPath(node, { index: 0, size: 1 }, [])).not.toEqual(merkleRoot(leaves.slice(0, 2)));
  });

  it('needs a leaf that is there', () => {
    expect(() => proverOver(7).prove(7, [])).toThrow('no such leaf');
    expect(() => proverOver(20).prove(3, [])).toThrow('not read');
  });
});
