import { SignedNoteError, openCheckpoint, rootFromPath, rowHash, type AuditRow } from '@st0r/crypto';
import type { ProofEnd, ProofHead, ProofLine } from './proof-lines';

/** What a file with proofs turned out to be. */
export interface ProofVerdict {
  readonly ok: boolean;
  /** 0 as written, 1 a line does not fit, 2 the file is not complete or not one of these. */
  readonly exitCode: 0 | 1 | 2;
  readonly events: number;
  /** Length of the log the checkpoint speaks of. */
  readonly size: number | null;
  readonly problem: string | null;
}

/** Checks an export with proofs against the published key alone: no database, no installation, nobody else's events. */
export async function checkProofs(lines: AsyncIterable<string>, verifier: string): Promise<ProofVerdict> {
  const check = new ProofCheck(verifier);
  try {
    for await (const line of lines) if (line !== '') check.line(line);
    return check.end();
  } catch (error) {
    if (error instanceof Unfit) return check.verdict(error.exitCode, error.message);
    if (error instanceof SyntaxError)
      return check.verdict(2, `Line ${check.at} is not JSON: the file was changed or cut.`);
    throw error;
  }
}

class Unfit extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

class ProofCheck {
  at = 0;
  private events = 0;
  private checkpoint: { size: number; root: Uint8Array } | undefined;
  private organisationId = '';
  private count: number | undefined;

  constructor(private readonly verifier: string) {}

  line(text: string): void {
    this.at += 1;
    if (this.count !== undefined) throw new Unfit(2, `Line ${this.at} stands behind the end.`);
    const value = JSON.parse(text) as ProofHead | ProofLine | ProofEnd;
    if (this.at === 1) this.head(value as ProofHead);
    else if ('kind' in value && value.kind === 'end') this.count = value.count;
    else this.event(value as ProofLine);
  }

  end(): ProofVerdict {
    if (this.count !== this.events) throw new Unfit(2, 'The end of the file is missing.');
    return this.verdict(0, null);
  }

  verdict(exitCode: 0 | 1 | 2, problem: string | null): ProofVerdict {
    return { ok: exitCode === 0, exitCode, events: this.events, size: this.checkpoint?.size ?? null, problem };
  }

  private head({ kind, version, checkpoint, organisationId }: ProofHead): void {
    if (kind !== 'clientst0r.audit.proofs' || version !== 1) throw new Unfit(2, 'This is no export with proofs.');
    try {
      this.checkpoint = openCheckpoint(checkpoint, this.verifier);
    } catch (error) {
      if (error instanceof SignedNoteError) throw new Unfit(1, 'The checkpoint was not signed with this key.');
      throw error;
    }
    this.organisationId = organisationId;
  }

  private event({ seq, row, mac, path }: ProofLine): void {
    const where = `Line ${this.at} (event ${String(row?.['id'])})`;
    if (row?.['organisation_id'] !== this.organisationId) throw new Unfit(1, `${where} is of another organisation.`);
    const { size, root } = this.checkpoint!;
    const hash = rowHash(row as AuditRow, Buffer.from(mac, 'hex'));
    const siblings = path.map((one) => Buffer.from(one, 'base64'));
    const found = rootFromPath(hash, { index: seq - 1, size }, siblings);
    if (!found?.equals(root)) throw new Unfit(1, `${where} is not the one that was sealed.`);
    this.events += 1;
  }
}
