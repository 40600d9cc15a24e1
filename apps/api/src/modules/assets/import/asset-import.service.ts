import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  CsvRefused,
  CsvWriter,
  guessMapping,
  mapRow,
  readCsv,
  type CsvMapping,
  type CsvReading,
} from '../../../platform/csv';
import { Invalid, NotFound } from '../../../platform/errors';
import type { Upload } from '../../../platform/http';
import { Jobs } from '../../../platform/jobs';
import { ResourceHouse } from '../../../platform/resource';
import { CustomFieldDefinitions } from '../custom-field-records/custom-field-definitions';
import { AssetImportPreviewDto, AssetImportResultDto, type AssetImportDto } from './asset-import.dto';
import { importAssets } from './asset-import.definition';
import { ImportFiles } from './import-files';
import { importFields } from './import-fields';
import { ImportLookups } from './import-lookups';
import { ImportRun } from './import-run';
import { readRow } from './row-reader';

const SHOWN_ROWS = 20;

/** Assets from CSV files: look at the file, map its columns, try, then import in one transaction. */
@Injectable()
export class AssetImportService {
  constructor(
    private readonly house: ResourceHouse,
    private readonly files: ImportFiles,
    private readonly definitions: CustomFieldDefinitions,
    private readonly lookups: ImportLookups,
    private readonly runs: ImportRun,
    private readonly jobs: Jobs,
  ) {}

  async preview(upload: Upload): Promise<AssetImportPreviewDto> {
    const organisationId = (upload.fields['organisationId'] ?? '').toLowerCase();
    if (!this.house.context.scope.includes(organisationId)) throw new NotFound('organisation');
    const reading = await open(upload.content);
    const rows: { line: number; cells: string[] }[] = [];
    await guarded(async () => {
      for await (const { line, cells } of reading.rows) {
        rows.push({ line, cells });
        if (rows.length === SHOWN_ROWS) break;
      }
    });
    const fields = importFields(await this.definitions.ofOrganisation(organisationId));
    const { id } = await this.files.keep(organisationId, upload);
    const { filename } = upload;
    const { headers, delimiter, encoding } = reading;
    const mapping = guessMapping(headers, fields);
    return present(AssetImportPreviewDto, {
      importId: id,
      filename,
      headers,
      delimiter,
      encoding,
      rows,
      fields,
      mapping,
    });
  }

  /** The same as a job of whoever uploaded the file; answers its id. One file is imported by one job at a time. */
  async later(input: AssetImportDto): Promise<string> {
    const { id, organisationId, filename } = await this.files.get(input.importId);
    const uniqueKey = `${id} ${input.dryRun ? 'dry' : 'real'}`;
    return (await this.jobs.enqueue(importAssets, input, { organisationId, subject: filename, uniqueKey })).id;
  }

  /** Imports, or tries it; `tell` hears how many rows are done, and of how many lines. */
  async run(input: AssetImportDto, tell?: ImportTeller): Promise<AssetImportResultDto> {
    const file = await this.files.get(input.importId);
    const { organisationId } = file;
    const customFields = await this.definitions.ofOrganisation(organisationId);
    const content = gunzipSync(file.content);
    const reading = await open(content);
    const mapping = checkedMapping(input.mapping, { reading, keys: importFields(customFields).map(({ key }) => key) });
    const lookups = await this.lookups.of(organisationId);
    const options = { lookups, customFields, dates: input.dates ?? 'ymd', guarded: input.guarded ?? true } as const;
    const rows = numbered(reading, (cells) => readRow(mapRow(cells, mapping), options));
    const facts = { organisationId, match: input.match, options, seen: new Map<string, number>() };
    const told = tell ? counted(rows, (done) => tell(done, linesIn(content))) : rows;
    const outcome = await guarded(() => this.runs.run(told, facts, input.dryRun === true));
    await this.files.keepRefused(file, refusedCsv(reading.headers, outcome.refusedRows));
    if (!input.dryRun) this.files.record(file, outcome.counts);
    return present(AssetImportResultDto, {
      importId: file.id,
      dryRun: input.dryRun === true,
      ...outcome.counts,
      ...outcome.told,
    });
  }

  /** The refused rows of the last run with a reason beside each. */
  async refused(id: string): Promise<{ filename: string; csv: Buffer }> {
    const { filename, refusedRows } = await this.files.get(id);
    if (!refusedRows) throw new NotFound('file');
    return {
      filename: `${filename.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '_')}-refused.csv`,
      csv: gunzipSync(refusedRows),
    };
  }
}

/** Hears how far an import is. */
export type ImportTeller = (done: number, lines: number) => Promise<void>;

const TOLD_EVERY = 200;

async function* counted<T>(rows: AsyncIterable<T>, tell: (done: number) => Promise<void>): AsyncGenerator<T> {
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    if (done % TOLD_EVERY === 0) await tell(done);
  }
  await tell(done);
}

/** Lines below the heading; quoted cells may hold line breaks, so this is an upper bound. */
function linesIn(content: Buffer): number {
  let lines = 0;
  for (let at = content.indexOf(10); at >= 0; at = content.indexOf(10, at + 1)) lines += 1;
  return content.at(-1) === 10 ? lines - 1 : lines;
}

async function* numbered<T>(
  reading: CsvReading,
  read: (cells: string[]) => T,
): AsyncGenerator<{ line: number; cells: string[]; read: T }> {
  for await (const { line, cells, problem } of reading.rows) {
    const row = read(cells);
    if (problem) (row as { problems?: object[] }).problems?.push({ field: '', ...problem });
    yield { line, cells, read: row };
  }
}

const open = (content: Buffer): Promise<CsvReading> => guarded(() => readCsv(content));

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CsvRefused ? Invalid.field('/file', error.code, error.message) : error;
  }
}

function checkedMapping(
  mapping: Record<string, unknown>,
  { reading, keys }: { reading: CsvReading; keys: readonly string[] },
): CsvMapping {
  for (const [key, column] of Object.entries(mapping)) {
    if (!keys.includes(key)) throw Invalid.field(`/mapping/${key}`, 'unknown', 'There is no such field.');
    const inside = Number.isInteger(column) && Number(column) >= 0 && Number(column) < reading.headers.length;
    if (!inside) throw Invalid.field(`/mapping/${key}`, 'column', 'There is no such column.');
  }
  if (Object.keys(mapping).length === 0) throw Invalid.field('/mapping', 'required', 'Map at least one column.');
  return mapping as CsvMapping;
}

function refusedCsv(headers: readonly string[], rows: readonly { cells: string[]; reason: string }[]): Buffer | null {
  if (rows.length === 0) return null;
  const columns = headers.map((header, at) => ({ header, value: (row: { cells: string[] }) => row.cells[at] }));
  const writer = new CsvWriter<{ cells: string[]; reason: string }>(
    [...columns, { header: 'Reason', value: (row) => row.reason }],
    { bom: true },
  );
  return gzipSync(writer.header() + rows.map((row) => writer.row(row)).join(''));
}
