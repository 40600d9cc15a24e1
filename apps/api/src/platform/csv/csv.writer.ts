import { guardFormula } from './csv.formula';

export type CsvCell = string | number | bigint | boolean | Date | null | undefined;

/** One column: its header and how to draw its cell from a row. */
export type CsvColumn<Row> = { header: string; value: (row: Row) => CsvCell };

/** `formulaSafe` (default on) guards text cells; switch it off for files that only programs read. `bom` helps Excel. */
export type CsvWriterOptions = { formulaSafe?: boolean; bom?: boolean };

const CHUNK_CHARACTERS = 16_384;

/** Writes RFC 4180: every cell quoted, CRLF line ends, UTF-8 once encoded; dates as ISO 8601 UTC, null as empty. */
export class CsvWriter<Row extends object> {
  private readonly formulaSafe: boolean;
  private readonly bom: boolean;

  constructor(
    private readonly columns: readonly CsvColumn<Row>[],
    options: CsvWriterOptions = {},
  ) {
    this.formulaSafe = options.formulaSafe ?? true;
    this.bom = options.bom ?? false;
  }

  /** Header and rows as chunks of text; rows are drawn one by one, so a long export never sits in memory. */
  async *write(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<string> {
    let chunk = (this.bom ? '\uFEFF' : '') + this.header();
    for await (const row of rows) {
      chunk += this.row(row);
      if (chunk.length < CHUNK_CHARACTERS) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  }

  header(): string {
    return this.line(this.columns.map((column) => column.header));
  }

  row(row: Row): string {
    return this.line(this.columns.map((column) => column.value(row)));
  }

  private line(cells: readonly CsvCell[]): string {
    return `${cells.map((cell) => this.quote(cell)).join(',')}\r\n`;
  }

  private quote(cell: CsvCell): string {
    const text = typeof cell === 'string' && this.formulaSafe ? guardFormula(cell) : textOf(cell);
    return `"${text.replaceAll('"', '""')}"`;
  }
}

function textOf(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

/** Columns that are the named properties of the rows, with the same names as headers. */
export function csvColumns<Row extends { [K in Key]: CsvCell }, Key extends keyof Row & string>(
  ...keys: readonly Key[]
): CsvColumn<Row>[] {
  return keys.map((key) => ({ header: key, value: (row) => row[key] }));
}
