import type { Cell } from 'write-excel-file/node';
import { CsvWriter } from '../csv';
import type { ChosenColumn, ExportValue } from './export-column';

type Row = Record<string, unknown>;
export type ExportFormat = 'csv' | 'xlsx' | 'json';

/** Content type of each format. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** The longest text a spreadsheet cell takes. */
const LONGEST_CELL = 32_767;

/** Rows as CSV; `lossless` leaves cells unguarded, for programs and not for spreadsheets. */
export function csvText(
  rows: AsyncIterable<Row>,
  columns: readonly ChosenColumn[],
  lossless: boolean,
): AsyncGenerator<string> {
  return new CsvWriter<Row>(columns, { formulaSafe: !lossless, bom: !lossless }).write(rows);
}

/** Rows as one JSON array of objects, written as they come. */
export async function* jsonText(rows: AsyncIterable<Row>, columns: readonly ChosenColumn[]): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    const entries = columns.map(({ key, value }) => [key, value(row) ?? null]);
    yield `${before}${JSON.stringify(Object.fromEntries(entries))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** Rows as a spreadsheet; text stays text whatever it begins with, days and numbers are what they are. */
export async function xlsxFile(rows: AsyncIterable<Row>, columns: readonly ChosenColumn[]): Promise<Buffer> {
  const data: Cell[][] = [columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' }))];
  for await (const row of rows) data.push(columns.map((column) => cellOf(column, column.value(row))));
  const widths = columns.map((_, at) => ({ width: widthOf(data, at) }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(data, { sheet: 'List', stickyRowsCount: 1, columns: widths }).toBuffer();
}

function cellOf({ kind }: ChosenColumn, value: ExportValue): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const at = kind ? new Date(value) : undefined;
  if (at && !Number.isNaN(at.getTime()))
    return { value: at, type: Date, format: kind === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
  return { value: value.slice(0, LONGEST_CELL).toWellFormed(), type: String };
}

function widthOf(data: readonly Cell[][], at: number): number {
  const longest = data.slice(0, 200).reduce((most, row) => Math.max(most, lengthOf(row[at])), 0);
  return Math.min(60, Math.max(8, longest + 2));
}

function lengthOf(cell: Cell): number {
  const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : undefined;
  return value instanceof Date ? 16 : String(value ?? '').length;
}
