import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { AccountDatabase } from '../../../platform/database';
import { PlatformKeys } from '../../../platform/keys';
import { anchorFolders, checkpointFileAt } from '../seal/anchors';
import { CheckpointFile } from '../seal/checkpoint-file';
import { NO_EPOCH, epochRows, openEpoch, type Epoch } from '../seal/epoch';
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
  /** Checkpoint files kept elsewhere, or their folders; the data folder's and those of the settings when left out. */
  anchors?: readonly string[];
  /** Account to read with: `retention` for operators (the default), `application` inside the API process. */
  account?: 'retention' | 'application' | 'migration';
  /** A restored copy of the log, which nobody writes to, in a schema of the account's own: triggers, views and rights are not there. */
  copy?: boolean;
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
    const database = await AccountDatabase.open(this.settings, options.account ?? 'retention', {
      own: options.copy,
    });
    try {
      const verifier = CheckpointFile.verifierIn(this.settings.DATA_DIR);
      const epoch = await keptEpoch(database, findings, verifier);
      const range = await rangeOf(database, options, epoch);
      const end = await this.walk(database, findings, { ...options, ...range, epoch, verifier });
      if (!options.copy) await inspectGuards(this.settings, findings);
      return report(findings, { from: range.from, end, started });
    } finally {
      await database.close();
    }
  }

  private async walk(
    database: AccountDatabase,
    findings: Findings,
    { from, to, epoch, verifier, anchors }: Walk,
  ): Promise<number> {
    const whole = from === epoch.lastSeq + 1;
    const rows = new RowChecks(this.keys.auditMac, findings, from === 1);
    const files = anchors?.map(checkpointFileAt) ?? this.anchorFiles();
    const checkpoints = whole && verifier ? await checkpointsOf(database, findings, { files, verifier }) : undefined;
    if (whole && !verifier) await missVerifier(database, findings);
    checkpoints?.begin(epoch);
    const end = await new ChainWalk({ database, rows, findings, checkpoints }, { from, to, epoch }).run();
    // Whatever follows a chosen end was not asked about.
    if (findings.broken || to !== Number.MAX_SAFE_INTEGER) return end;
    checkpoints?.end(end);
    await checkUnsealed({ database, rows, findings }, { end, from });
    return end;
  }

  private anchorFiles(): CheckpointFile[] {
    return [this.settings.DATA_DIR, ...anchorFolders(this.settings)].map((folder) => CheckpointFile.in(folder));
  }
}

type Walk = VerifyOptions & { from: number; to: number; epoch: Epoch; verifier: string | null };

/** Epochs are believed by their signature; a forged one is named, and nothing is skipped because of it. */
async function keptEpoch(database: AccountDatabase, findings: Findings, verifier: string | null): Promise<Epoch> {
  let epoch = NO_EPOCH;
  for (const row of await epochRows(database)) {
    try {
      const next = openEpoch(row, verifier ?? '');
      if (next.firstSeq !== epoch.lastSeq + 1) throw new Error('gap');
      epoch = next;
    } catch {
      findings.breaks({ seq: row.first_seq, reason: `Epoch ${row.number} was not signed by this installation.` });
      return epoch;
    }
  }
  return epoch;
}

async function checkpointsOf(
  database: AccountDatabase,
  findings: Findings,
  { files, verifier }: { files: readonly CheckpointFile[]; verifier: string },
): Promise<CheckpointChecks> {
  const checks = new CheckpointChecks(findings);
  const stored = await storedNotes(database);
  checks.addStored(stored, verifier);
  for (const file of files) {
    if (file.present) checks.addAnchors(file, verifier);
    else if (stored.length > 0) findings.misses(`There is no checkpoint file at ${file.path}.`);
  }
  return checks;
}

async function missVerifier(database: AccountDatabase, findings: Findings): Promise<void> {
  if ((await storedNotes(database)).length > 0) findings.misses('The verifier key of the checkpoints is missing.');
}

const storedNotes = (database: AccountDatabase): Promise<{ size: number; note: string }[]> =>
  database.query('SELECT size, note FROM event_checkpoint ORDER BY size');

async function rangeOf(
  database: AccountDatabase,
  { from, to, last }: VerifyOptions,
  { lastSeq }: Epoch,
): Promise<{ from: number; to: number }> {
  const first = lastSeq + 1;
  if (last === undefined) return { from: Math.max(first, from ?? first), to: to ?? Number.MAX_SAFE_INTEGER };
  const [row] = await database.query<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM event_seal');
  return { from: Math.max(first, (row?.seq ?? 0) - last + 1), to: Number.MAX_SAFE_INTEGER };
}

type UnsealedParts = { database: AccountDatabase; rows: RowChecks; findings: Findings };

/** Rows the sealer has not reached: written by us, none missing between them, none waiting for long. */
async function checkUnsealed(parts: UnsealedParts, { end, from }: { end: number; from: number }): Promise<void> {
  const { database, rows, findings } = parts;
  // Of a part of the log, what waits behind its first event; nothing before it was asked about.
  const [first] =
    from > 1
      ? await database.query<{ n: number }>(
          'SELECT event_n AS n FROM event_seal WHERE seq IN (?, ?) ORDER BY seq DESC LIMIT 1',
          [from, from - 1],
        )
      : [];
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
