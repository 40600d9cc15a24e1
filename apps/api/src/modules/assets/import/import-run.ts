import { Injectable } from '@nestjs/common';
import { AssetWriter } from '../asset/asset-writer';
import { ImportBatch, type FileFacts, type NumberedRow, type RowPlan } from './import-batch';
import type { AssetImportDiffDto, AssetImportProblemDto } from './asset-import.dto';

const BATCH = 500;
const SHOWN = { problems: 1000, warnings: 1000, diffs: 200 };

/** What a run did; lists are cut to what an answer may hold, `refusedRows` is complete. */
export interface ImportOutcome {
  counts: { created: number; updated: number; skipped: number; refused: number };
  told: { problems: AssetImportProblemDto[]; warnings: AssetImportProblemDto[]; diffs: AssetImportDiffDto[] };
  refusedRows: { cells: string[]; reason: string }[];
}

/** Walks a file batch by batch, so that memory does not grow with it. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly batches: ImportBatch,
    private readonly writer: AssetWriter,
  ) {}

  async run(rows: AsyncIterable<NumberedRow>, file: FileFacts, dryRun: boolean): Promise<ImportOutcome> {
    const outcome: ImportOutcome = {
      counts: { created: 0, updated: 0, skipped: 0, refused: 0 },
      told: { problems: [], warnings: [], diffs: [] },
      refusedRows: [],
    };
    let batch: NumberedRow[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      await this.runBatch(batch, { file, dryRun, outcome });
      batch = [];
    }
    if (batch.length > 0) await this.runBatch(batch, { file, dryRun, outcome });
    return outcome;
  }

  private async runBatch(
    rows: readonly NumberedRow[],
    { file, dryRun, outcome }: { file: FileFacts; dryRun: boolean; outcome: ImportOutcome },
  ): Promise<void> {
    const plans = await this.batches.plan(rows, file);
    for (const plan of plans) tell(plan, outcome);
    if (dryRun) return;
    await this.writer.insertMany(
      plans.flatMap((plan) => (plan.kind === 'create' ? [plan.draft] : [])),
      'import',
    );
    await this.writer.changeMany(
      plans.flatMap((plan) => (plan.kind === 'update' ? [{ row: plan.known, change: plan.change }] : [])),
    );
  }
}

const COUNTED = { create: 'created', update: 'updated', skip: 'skipped', refuse: 'refused' } as const;

function tell(plan: RowPlan, { counts, told, refusedRows }: ImportOutcome): void {
  const { line, cells, read } = plan.row;
  counts[COUNTED[plan.kind]] += 1;
  if (told.warnings.length < SHOWN.warnings) told.warnings.push(...read.warnings.map((note) => ({ line, ...note })));
  if (plan.kind === 'update' && told.diffs.length < SHOWN.diffs)
    told.diffs.push({ line, id: plan.known.id, name: plan.known.name, changes: plan.changes });
  if (plan.kind !== 'refuse') return;
  if (told.problems.length < SHOWN.problems) told.problems.push(...plan.problems.map((note) => ({ line, ...note })));
  refusedRows.push({ cells, reason: plan.problems.map(({ field, detail }) => `${field}: ${detail}`).join(' ') });
}
