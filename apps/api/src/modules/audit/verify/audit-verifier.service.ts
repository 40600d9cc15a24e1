import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { AccountDatabase } from '../../../platform/database';
import { PlatformKeys } from '../../../platform/keys';
import { CheckpointFile } from '../seal/checkpoint-file';
import { STORED_COLUMNS, type StoredEvent } from '../seal/stored-event';
import { ChainWalk } from './chain-walk';
import { CheckpointChecks } from './checkpoint-checks';
import { inspectGuards } from './drift';
import { RowChecks } from './row-checks';
import { Findings, type VerifyReport } from './verify-report';

/** What to verify; everything when left out. */
export interface VerifyOptions {
  /** First and last chain number. */
  from?: number;
  to?: number;
  /** The last so many sealed rows instead. */
  last?: number;
  /** A copy of the checkpoint file kept elsewhere; the local one when left out. */
  anchorFile?: string;
  /** Account to read with: `retention` for operators (the default), `application` inside the API process. */
  account?: 'retention' | 'application';
}

const BATCH = 4_000;
/** An unsealed row older than this means that nobody seals. */
const SEALED_WITHIN_SECONDS = 60;

/** Proves that the audit log is as it was written, or names the first row that is not. Reads in batches; memory stays flat. */
@Injectable()
export class AuditVerifier {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly keys: PlatformKeys,
  ) {}

  async verify(options: VerifyOptions = {}): Promise<VerifyReport> {
    const started = performance.now();
    const findings = new Findings();
    const database = await AccountDatabase.open(this.settings, options.account ?? 'retention');
    try {
      const range = await rangeOf(database, options);
      const end = await this.walk(database, findings, { ...options, ...range });
      await inspectGuards(this.settings, findings);
      return report(findings, { from: range.from, end, started });
    } finally {
      await database.close();
    }
  }

  private async walk(
    database: AccountDatabase,
    findings: Findings,
    { from, to, anchorFile }: VerifyOptions & { from: number; to: number },
  ): Promise<number> {
    const rows = new RowChecks(this.keys.auditMac, findings, from === 1);
    const checkpoints = from === 1 ? await this.checkpoints(database, findings, anchorFile) : undefined;
    const end = await new ChainWalk({ database, rows, findings, checkpoints }, { from, to }).run();
    // Whatever follows a chosen end was not asked about.
    if (findings.broken || to !== Number.MAX_SAFE_INTEGER) return end;
    checkpoints?.end(end);
    await checkUnsealed({ database, rows, findings }, { end, from });
    return end;
  }

  private async checkpoints(
    database: AccountDatabase,
    findings: Findings,
    anchorFile: string | undefined,
  ): Promise<CheckpointChecks | undefined> {
    const verifier = CheckpointFile.verifierIn(this.settings.DATA_DIR);
    const stored = await database.query<{ size: number; note: string }>(
      'SELECT size, note FROM event_checkpoint ORDER BY size',
    );
    const file = anchorFile ? new CheckpointFile(anchorFile) : CheckpointFile.in(this.settings.DATA_DIR);
    const absent = !file.present && (stored.length > 0 || anchorFile !== undefined);
    if (absent || (!verifier && stored.length > 0)) {
      findings.incomplete = true;
      findings.notes.push(
        absent ? `There is no checkpoint file at ${file.path}.` : 'The verifier key of the checkpoints is missing.',
      );
    }
    if (!verifier) return undefined;
    const checks = new CheckpointChecks(findings);
    checks.addStored(stored, verifier);
    checks.addAnchors(file, verifier);
    return checks;
  }
}

async function rangeOf(
  database: AccountDatabase,
  { from, to, last }: VerifyOptions,
): Promise<{ from: number; to: number }> {
  if (last === undefined) return { from: Math.max(1, from ?? 1), to: to ?? Number.MAX_SAFE_INTEGER };
  const [row] = await database.query<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM event_seal');
  return { from: Math.max(1, (row?.seq ?? 0) - last + 1), to: Number.MAX_SAFE_INTEGER };
}

type UnsealedParts = { database: AccountDatabase; rows: RowChecks; findings: Findings };

/** Rows the sealer has not reached: written by us, none missing between them, none waiting for long. */
async function checkUnsealed(parts: UnsealedParts, { end, from }: { end: number; from: number }): Promise<void> {
  const { database, rows, findings } = parts;
  const [first] =
    from > 1 ? await database.query<{ n: number }>('SELECT event_n AS n FROM event_seal WHERE seq = ?', [from]) : [];
  let waiting = 0;
  for (let after = (first?.n ?? 1) - 1; ;) {
    const batch: (StoredEvent & { age: number })[] = await database.query(
      `SELECT ${STORED_COLUMNS}, TIMESTAMPDIFF(SECOND, e.occurred_at, UTC_TIMESTAMP()) AS age
       FROM event e LEFT JOIN event_seal s ON s.event_n = e.n AND s.seq <= ?
       WHERE s.seq IS NULL AND e.n > ? ORDER BY e.n LIMIT ${BATCH}`,
      [end, after],
    );
    for (const row of batch) {
      if (!rows.check(row, { n: row.n })) return;
      findings.counts.unsealed += 1;
      if (row.age > SEALED_WITHIN_SECONDS) waiting += 1;
    }
    after = batch.at(-1)?.n ?? after;
    if (batch.length < BATCH) break;
  }
  if (waiting === 0) return;
  findings.incomplete = true;
  findings.notes.push(`${waiting} events have waited more than a minute for their seal: is the worker running?`);
}

function report(
  findings: Findings,
  { from, end, started }: { from: number; end: number; started: number },
): VerifyReport {
  const exitCode = findings.exitCode();
  const { firstBad, counts, drift, notes } = findings;
  return {
    ok: exitCode === 0,
    exitCode,
    ...(firstBad ? { firstBad } : {}),
    counts: { ...counts },
    drift: [...drift],
    notes: [...notes],
    from: counts.sealed > 0 ? from : null,
    to: counts.sealed > 0 ? end : null,
    milliseconds: Math.round(performance.now() - started),
  };
}
