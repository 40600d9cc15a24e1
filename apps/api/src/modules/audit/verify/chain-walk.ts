import { MerkleTree, chainHash } from '@st0r/crypto';
import type { AccountDatabase } from '../../../platform/database';
import type { Epoch } from '../seal/epoch';
import { STORED_COLUMNS, hashOf, type StoredEvent } from '../seal/stored-event';
import type { CheckpointChecks } from './checkpoint-checks';
import type { RowChecks } from './row-checks';
import type { Findings } from './verify-report';

const BATCH = 4_000;

interface SealedRow extends Omit<StoredEvent, 'n'> {
  seq: number;
  row_hash: Buffer;
  hash: Buffer;
  event_n: number;
  n: number | null;
}

/** What a walk needs to know. */
export interface WalkParts {
  database: AccountDatabase;
  rows: RowChecks;
  findings: Findings;
  /** Left out when the walk does not begin at the first row: a root covers all of them. */
  checkpoints: CheckpointChecks | undefined;
}

/** Walks the chain row by row and stops at the first link that does not hold. */
export class ChainWalk {
  private readonly tree: MerkleTree;
  private chainHead: Uint8Array;
  private last: number;

  constructor(
    private readonly parts: WalkParts,
    private readonly range: { from: number; to: number; epoch: Epoch },
  ) {
    this.last = range.from - 1;
    this.tree = new MerkleTree(range.epoch.edge);
    this.chainHead = range.epoch.head;
  }

  /** The number of the last row that was checked. */
  async run(): Promise<number> {
    if (this.range.from > this.range.epoch.lastSeq + 1 && !(await this.beginInside())) return this.last;
    let batch = this.read(this.last);
    for (;;) {
      const rows = await batch;
      const end = rows.at(-1)?.seq ?? this.last;
      // The database reads the next rows while we compute these; a refusal is raised when its turn comes.
      batch = this.read(end);
      batch.catch(() => undefined);
      for (const row of rows) if (!this.check(row)) return this.last;
      if (rows.length < BATCH) return this.last;
    }
  }

  /** Where the walk stands: the end of the chain, and the right edge of the tree. */
  get end(): Pick<Epoch, 'lastSeq' | 'head' | 'edge'> {
    return { lastSeq: this.last, head: Buffer.from(this.chainHead), edge: this.tree.edge };
  }

  private check(row: SealedRow): boolean {
    const { findings, rows, checkpoints } = this.parts;
    const place = { seq: row.seq, n: row.event_n };
    if (row.seq !== this.last + 1)
      return this.broken({ seq: this.last + 1, reason: 'The seal with this number was removed.' });
    if (!isPresent(row)) return this.broken({ ...place, reason: 'This event was removed.' });
    if (!rows.check(row, place)) return false;
    if (!hashOf(row).equals(row.row_hash))
      return this.broken({ ...place, reason: 'This event is not the one that was sealed.' });
    const hash = chainHash(this.chainHead, row.seq, row.row_hash);
    if (!hash.equals(row.hash)) return this.broken({ ...place, reason: 'The chain does not hold at this seal.' });
    this.chainHead = hash;
    this.last = row.seq;
    findings.counts.sealed += 1;
    this.tree.append(row.row_hash);
    checkpoints?.at(row.seq, () => this.tree.root());
    return true;
  }

  private broken(row: { seq: number; n?: number; reason: string }): false {
    this.parts.findings.breaks(row);
    return false;
  }

  /** A walk that begins inside the chain trusts the link before it. */
  private async beginInside(): Promise<boolean> {
    const [before] = await this.parts.database.query<{ hash: Buffer }>('SELECT hash FROM event_seal WHERE seq = ?', [
      this.last,
    ]);
    if (!before) return this.broken({ seq: this.last, reason: 'The seal with this number is missing.' });
    this.chainHead = before.hash;
    return true;
  }

  private read(after: number): Promise<SealedRow[]> {
    return this.parts.database.query<SealedRow>(
      `SELECT s.seq, s.row_hash, s.hash, s.event_n, ${STORED_COLUMNS}
       FROM event_seal s LEFT JOIN event e ON e.n = s.event_n
       WHERE s.seq > ? AND s.seq <= ? ORDER BY s.seq LIMIT ${BATCH}`,
      [after, this.range.to],
    );
  }
}

function isPresent(row: SealedRow): row is SealedRow & { n: number } {
  return row.n !== null;
}
