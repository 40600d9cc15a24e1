import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvColumns, CsvWriter, readCsv, unguardFormula, type CsvCell, type CsvWriterOptions } from './index';

type Line = { left: CsvCell; right: CsvCell };
const columns = csvColumns<Line, keyof Line>('left', 'right');

async function* drawn(lines: readonly Line[]) {
  yield* lines;
}

async function written(lines: readonly Line[], options: CsvWriterOptions = {}): Promise<string> {
  let text = '';
  for await (const chunk of new CsvWriter(columns, options).write(drawn(lines))) text += chunk;
  return text;
}

async function reread(text: string): Promise<string[][]> {
  const cells: string[][] = [];
  for await (const row of (await readCsv(Buffer.from(text))).rows) cells.push(row.cells);
  return cells;
}

const DANGEROUS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '\tplain',
  '\rplain',
  '\nplain',
  '\0plain',
  '\uFF1D1+1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  ' =1',
  '\u00a0=1',
  '"=1',
  "'=1",
  '""; =1'.replace('; ', ''),
  '=HYPERLINK("http://x";"y")',
];
const HARMLESS = [
  '',
  'plain',
  'a=b',
  'a\tb',
  "O'Brien",
  "'quoted'",
  'tel 1-2',
  'x@y.example',
  '","',
  '"',
  '""',
  '\r\nx'.trim(),
  '😀',
  'ä',
  ',',
];

describe('writing CSV', () => {
  it('quotes every cell, ends lines with CRLF and writes values in one way', async () => {
    const lines = [
      { left: 'a "b"', right: null },
      { left: -5, right: true },
      { left: new Date(0), right: 12345678901234567890n },
    ];
    expect(await written(lines)).toBe(
      '"left","right"\r\n"a ""b""",""\r\n"-5","true"\r\n"1970-01-01T00:00:00.000Z","12345678901234567890"\r\n',
    );
  });

  it.each(DANGEROUS)('disarms %j with an apostrophe', async (cell) => {
    const [row] = await reread(await written([{ left: cell, right: 'x' }]));
    expect(row).toEqual([`'${cell}`, 'x']);
  });

  it.each(HARMLESS)('leaves %j as it is', async (cell) => {
    expect(await reread(await written([{ left: cell, right: 'x' }]))).toEqual([[cell, 'x']]);
  });

  it('disarms headers too, and writes the mark Excel needs only when asked', async () => {
    const writer = new CsvWriter([{ header: '=cmd', value: () => 1 }], { bom: true });
    const chunks: string[] = [];
    for await (const chunk of writer.write([{}])) chunks.push(chunk);
    expect(chunks).toEqual(['\uFEFF"\'=cmd"\r\n"1"\r\n']);
  });

  it('writes cells as they are for programs when asked', async () => {
    const lines = DANGEROUS.map((left) => ({ left, right: 'x' }));
    expect(await reread(await written(lines, { formulaSafe: false }))).toEqual(DANGEROUS.map((cell) => [cell, 'x']));
  });

  it('loses nothing but the apostrophe, whatever the text', async () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', '\0', ' ', 'a', '\uFF1D', '😀'),
    });
    const cells = fc.array(fc.tuple(text, text), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        const read = await reread(await written(rows.map(([left, right]) => ({ left, right }))));
        expect(read.map((row) => row.map(unguardFormula))).toEqual(rows);
      }),
    );
  });

  it('hands a long export over in pieces while it is still being read', async () => {
    let drawnRows = 0;
    async function* source() {
      for (; drawnRows < 5_000; drawnRows += 1) yield { left: 'x'.repeat(100), right: drawnRows };
    }
    const first = await new CsvWriter(columns).write(source()).next();
    expect(first.done).toBe(false);
    expect(drawnRows).toBeLessThan(200);
  });
});

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const naughty = join(repository, '../shared/data/fuzz/blns/blns.json');

describe.skipIf(!existsSync(naughty))('the big list of naughty strings', () => {
  const strings = (): string[] => JSON.parse(readFileSync(naughty, 'utf8')) as string[];

  it('comes back from an export unchanged but for the apostrophe', async () => {
    const list = strings();
    expect(list.length).toBeGreaterThan(400);
    const read = await reread(await written(list.map((left) => ({ left, right: left }))));
    expect(read.map((row) => row.map(unguardFormula))).toEqual(list.map((text) => [text, text]));
  });

  it('holds no cell that a spreadsheet would run', async () => {
    const read = await reread(await written(strings().map((left) => ({ left, right: '' }))));
    expect(read.filter(([cell = '']) => /^[\s"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell))).toEqual([]);
  });
});
