/** What `audit verify` answers to a shell: fine, tampered with, not everything could be checked, or another history than the anchor's. */
export const EXIT = { ok: 0, tampered: 1, incomplete: 2, anchorMismatch: 3 } as const;

/** The first row that is not as it was written. */
export interface BadRow {
  /** Number in the chain, when it has one. */
  seq?: number;
  /** Number of the event. */
  n?: number;
  reason: string;
}

/** What a verification found. */
export interface VerifyReport {
  ok: boolean;
  exitCode: 0 | 1 | 2 | 3;
  firstBad?: BadRow;
  counts: {
    /** Sealed rows checked. */
    sealed: number;
    /** Rows without a seal yet. */
    unsealed: number;
    checkpoints: number;
    anchors: number;
    /** Events whose time lies before that of an earlier one by more than a minute. */
    clockRegressions: number;
  };
  /** Triggers and rights that are not as they should be. */
  drift: string[];
  /** What could not be checked here, in sentences. */
  notes: string[];
  /** Chain numbers that were checked; null without any. */
  from: number | null;
  to: number | null;
  milliseconds: number;
}

/** Collects findings; the first bad row stays the first. */
export class Findings {
  firstBad: BadRow | undefined;
  /** The chain itself does not hold together: rows were changed under it. */
  broken = false;
  anchorMismatch = false;
  incomplete = false;
  readonly counts = { sealed: 0, unsealed: 0, checkpoints: 0, anchors: 0, clockRegressions: 0 };
  readonly drift: string[] = [];
  readonly notes: string[] = [];

  bad(row: BadRow): void {
    this.firstBad ??= row;
  }

  /** A bad row that makes everything after it meaningless. */
  breaks(row: BadRow): void {
    this.bad(row);
    this.broken = true;
  }

  /** Something could not be checked here. */
  misses(note: string): void {
    this.incomplete = true;
    this.notes.push(note);
  }

  anchor(row: BadRow): void {
    this.anchorMismatch = true;
    this.bad(row);
  }

  /** A whole chain that differs from its anchor was rewritten as a whole; a chain with a broken link was not. */
  exitCode(): VerifyReport['exitCode'] {
    if (this.broken) return EXIT.tampered;
    if (this.anchorMismatch) return EXIT.anchorMismatch;
    if (this.firstBad || this.drift.length > 0) return EXIT.tampered;
    return this.incomplete ? EXIT.incomplete : EXIT.ok;
  }
}
