import { Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { decodeCsv, type CsvEncoding } from './csv.decode';
import { CsvRefused, type CsvRefusalCode } from './csv.refused';
import { sniffDelimiter, type CsvDelimiter } from './csv.sniff';

/** Bounds for one file: bytes of the file, data rows, columns, and characters of one row. */
export type CsvLimits = { bytes: number; rows: number; columns: number; rowCharacters: number };

export const CSV_LIMITS: CsvLimits = { bytes: 25 * 1024 * 1024, rows: 100_000, columns: 200, rowCharacters: 1_000_000 };

/** One data row, as many cells as headers; `line` is where it starts, `problem` says that it has cells too many. */
export type CsvRow = { line: number; cells: string[]; problem: { code: 'csv.cells_left_over'; detail: string } | null };

/** Headers are trimmed, may repeat or be empty; `rows` can be walked once and throws CsvRefused with a line. */
export type CsvReading = {
  headers: string[];
  delimiter: CsvDelimiter;
  encoding: CsvEncoding;
  rows: AsyncIterable<CsvRow>;
};

/** Reads CSV as people really save it: any usual delimiter, encoding and line end. Throws CsvRefused. */
export async function readCsv(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  limits: Partial<CsvLimits> = {},
): Promise<CsvReading> {
  const bounds = { ...CSV_LIMITS, ...limits };
  const { text, encoding } = decodeCsv(await bytesOf(source, bounds.bytes));
  const { delimiter, skip } = sniffDelimiter(text);
  const records = recordsOf(text.slice(skip), { delimiter, firstLine: skip > 0 ? 2 : 1, bounds });
  const header = await records.next();
  if (header.done) throw new CsvRefused('csv.empty', 'The file is empty. The first line must name the columns.');
  const headers = header.value.cells.map((cell) => cell.trim());
  return { headers, delimiter, encoding, rows: rowsOf(records, headers.length, bounds.rows) };
}

async function bytesOf(source: Uint8Array | AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    size += chunk.length;
    if (size > limit) throw new CsvRefused('csv.too_large', `The file is larger than ${limit} bytes. Split it.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Source = { delimiter: string; firstLine: number; bounds: CsvLimits };
type CsvRecord = { line: number; cells: string[] };

async function* recordsOf(text: string, source: Source): AsyncGenerator<CsvRecord> {
  // The parser's own count takes CRLF inside quotes for two lines, and an error drops the rows it holds back:
  // so lines are counted here, at the moment a row is complete.
  const at = { line: source.firstLine };
  const parser = parserOf(text, source, at);
  try {
    for await (const record of parser as AsyncIterable<CsvRecord>) yield record;
  } catch (error) {
    throw asRefusal(error, at.line);
  } finally {
    parser.destroy();
  }
}

function parserOf(text: string, { delimiter, bounds }: Source, at: { line: number }) {
  const options: Options<CsvRecord, { record: string[]; raw: string }> = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // People write Macbook 13" without quoting it.
    relax_quotes: true,
    raw: true,
    max_record_size: bounds.rowCharacters,
    on_record: ({ record: cells, raw }) => {
      const line = at.line;
      if (cells.length > bounds.columns) throw tooManyColumns(bounds.columns, line);
      at.line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
      return isBlank(raw, delimiter) ? null : { line, cells };
    },
  };
  // The typings know that `raw` and `on_record` change the shape of a row only when `columns` is given as well.
  return Readable.from(slices(text)).pipe(parse(options as unknown as Options));
}

function* slices(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

// Spreadsheets leave lines of bare delimiters below the table; a quoted empty cell was meant.
function isBlank(raw: string, delimiter: string): boolean {
  return raw.replaceAll(delimiter, '').trim() === '';
}

function lineBreaks(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

async function* rowsOf(records: AsyncGenerator<CsvRecord>, columns: number, limit: number): AsyncGenerator<CsvRow> {
  let count = 0;
  for await (const { line, cells } of records) {
    count += 1;
    if (count > limit)
      throw new CsvRefused('csv.too_many_rows', `The file has more than ${limit} rows. Split it.`, line);
    yield rowOf(line, cells, columns);
  }
}

function rowOf(line: number, cells: string[], columns: number): CsvRow {
  const leftOver = cells.slice(columns).filter((cell) => cell.trim() !== '').length;
  const detail = `Line ${line} has ${cells.length} cells, but there are ${columns} columns. Is a cell with a delimiter unquoted?`;
  const padded = Array.from({ length: columns }, (_, i) => cells[i] ?? '');
  return { line, cells: padded, problem: leftOver > 0 ? { code: 'csv.cells_left_over', detail } : null };
}

function tooManyColumns(limit: number, line: number): CsvRefused {
  return new CsvRefused('csv.too_many_columns', `Line ${line} has more than ${limit} cells.`, line);
}

const PARSER_CODES: { [code: string]: [CsvRefusalCode, string] } = {
  CSV_QUOTE_NOT_CLOSED: ['csv.quote_unclosed', 'A quotation mark is opened here and never closed.'],
  CSV_MAX_RECORD_SIZE: ['csv.row_too_long', 'This row is too long. Is a quotation mark left open?'],
};

function asRefusal(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const [code, message] = PARSER_CODES[error.code] ?? ['csv.unreadable', 'This row cannot be read as CSV.'];
  return new CsvRefused(code, `Line ${line}: ${message}`, line);
}
