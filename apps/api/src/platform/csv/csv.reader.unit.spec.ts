import { Readable } from 'node:stream';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CsvRefused, readCsv, type CsvLimits, type CsvRow } from './index';

async function read(source: string | Buffer, limits: Partial<CsvLimits> = {}) {
  const reading = await readCsv(typeof source === 'string' ? Buffer.from(source) : source, limits);
  const rows: CsvRow[] = [];
  for await (const row of reading.rows) rows.push(row);
  return { ...reading, rows, cells: rows.map((row) => row.cells), lines: rows.map((row) => row.line) };
}

async function refusalOf(source: string | Buffer, limits: Partial<CsvLimits> = {}) {
  const error: unknown = await read(source, limits).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof CsvRefused ? { code: error.code, line: error.line } : error;
}

describe('reading CSV', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['pipes', '|'],
  ])('finds out that %s separate the columns', async (_, d) => {
    const text = `Name${d}Note\nsrv-1${d}"Smith, Jones; a|b\tc"\nsrv-2${d}"x, y, z"\n`;
    const { delimiter, cells } = await read(text);
    expect(delimiter).toBe(d);
    expect(cells).toEqual([
      ['srv-1', 'Smith, Jones; a|b\tc'],
      ['srv-2', 'x, y, z'],
    ]);
  });

  it('is not led astray by commas inside numbers and prose', async () => {
    const { delimiter, cells } = await read('Name;Price\na;1,5\nb;2,25\n');
    expect({ delimiter, cells }).toEqual({
      delimiter: ';',
      cells: [
        ['a', '1,5'],
        ['b', '2,25'],
      ],
    });
  });

  it("believes Excel's sep= line and does not take it for the header", async () => {
    const { headers, cells, lines } = await read('sep=;\r\nA,B;C\r\n1,2;3\r\n');
    expect({ headers, cells, lines }).toEqual({ headers: ['A,B', 'C'], cells: [['1,2', '3']], lines: [3] });
  });

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('reads %s line ends and keeps those inside quotes', async (_, eol) => {
    const text = ['Name,Note', 'a,"one', '', 'three"', '', ',', 'b,"he said ""hi"""'].join(eol);
    const { cells, lines } = await read(text);
    expect(cells).toEqual([
      ['a', `one${eol}${eol}three`],
      ['b', 'he said "hi"'],
    ]);
    expect(lines).toEqual([2, 7]);
  });

  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from('Név;Ár\nŐr;€5\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFNév;Ár\nŐr;€5\n'), 'utf-8'],
    ['UTF-16 little endian', Buffer.from('\uFEFFNév;Ár\nŐr;€5\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian', Buffer.from('\uFEFFNév;Ár\nŐr;€5\n', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('Név;Ár\nŐr;€5\n', 'utf16le'), 'utf-16le'],
  ])('reads %s', async (_, bytes, encoding) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ encoding, headers: ['Név', 'Ár'], cells: [['Őr', '€5']] });
  });

  it('reads what an old Western spreadsheet saves', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name,Price\nCaf\xe9,', 'latin1'),
      Buffer.from([0x80]),
      Buffer.from('5\n'),
    ]);
    expect(await read(bytes)).toMatchObject({ encoding: 'windows-1252', cells: [['Café', '€5']] });
  });

  it('trims headers and nothing else', async () => {
    const { headers, cells } = await read('Full Name           ,\u00a0Email \n  Ann , a@b.example\n');
    expect(headers).toEqual(['Full Name', 'Email']);
    expect(cells).toEqual([['  Ann ', ' a@b.example']]);
  });

  it('accepts inch marks that nobody quoted', async () => {
    expect((await read('Model,Size\nMacbook 13",13 "retina"\n')).cells).toEqual([['Macbook 13"', '13 "retina"']]);
  });

  it('fills short rows up and reports rows with cells left over by their line', async () => {
    const { rows } = await read('a,b\n1\n1,2,3\n1,2,,\n');
    expect(rows.map((row) => [row.line, row.cells, row.problem?.code ?? null])).toEqual([
      [2, ['1', ''], null],
      [3, ['1', '2'], 'csv.cells_left_over'],
      [4, ['1', '2'], null],
    ]);
  });

  it('reads a stream cut anywhere, even inside a character', async () => {
    const bytes = Buffer.from('Name,Note\nŐr,"😀\r\n€"\n');
    const chunks = Array.from(bytes, (byte) => Buffer.from([byte]));
    const reading = await readCsv(Readable.from(chunks));
    const rows: CsvRow[] = [];
    for await (const row of reading.rows) rows.push(row);
    expect(rows).toEqual([{ line: 2, cells: ['Őr', '😀\r\n€'], problem: null }]);
  });
});

describe('refusing CSV', () => {
  it.each<[string, string | Buffer, string, number | null]>([
    ['an empty file', '', 'csv.empty', null],
    ['a file of blank lines', '\n\n,,\n', 'csv.empty', null],
    ['a workbook', Buffer.from('PK\x03\x04rest'), 'csv.not_text', null],
    ['a quotation mark that stays open', 'a,b\r\n"x\r\ny",2\r\n3,"4\r\n5,6\r\n', 'csv.quote_unclosed', 4],
    ['too many columns', 'a,b\n1,2\n1,2,3,4,5\n', 'csv.too_many_columns', 3],
    ['too many rows', 'a\n1\n2\n3\n4\n', 'csv.too_many_rows', 5],
    ['an endless row', `a,b\n1,2\n"${'x'.repeat(2_000)}`, 'csv.row_too_long', 3],
  ])('names the line for %s', async (_, source, code, line) => {
    const limits = { columns: 4, rows: 3, rowCharacters: 1_000 };
    expect(await refusalOf(source, limits)).toEqual({ code, line });
  });

  it('stops reading a file that is too large before it has swallowed it', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) yield Buffer.alloc((sent += 1) && 1_000, 'x');
    }
    await expect(readCsv(endless(), { bytes: 5_000 })).rejects.toMatchObject({ code: 'csv.too_large' });
    expect(sent).toBe(6);
  });
});

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const samples = join(repository, '../shared/data/msp-demo/snipe-it');

describe.skipIf(!existsSync(samples))('real exports of an asset tool', () => {
  it.each([
    'assets-sample.csv',
    'assets-sample-BAD.csv',
    'assets-sample-BLANKS.csv',
    'users-sample.csv',
    'models-sample.csv',
  ])('reads %s row by row with its columns in line', async (name) => {
    const { headers, rows } = await read(readFileSync(join(samples, name)));
    expect(headers.length).toBeGreaterThan(2);
    expect(headers[0]).not.toMatch(/^\uFEFF/);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter((row) => row.problem !== null)).toEqual([]);
  });
});
