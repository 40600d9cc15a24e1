export const CSV_DELIMITERS = [',', ';', '\t', '|'] as const;
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number];

const SAMPLE = { lines: 20, characters: 64_000 };

/** The character between the columns, judged by the first twenty lines; `skip` is the length of Excel's "sep=" line. */
export function sniffDelimiter(text: string): { delimiter: CsvDelimiter; skip: number } {
  const declared = /^"?sep=([,;\t|])"?(\r\n|\n|\r)/i.exec(text);
  const named = CSV_DELIMITERS.find((one) => one === declared?.[1]);
  if (declared && named) return { delimiter: named, skip: declared[0].length };
  const lines = bareLines(text.slice(0, SAMPLE.characters));
  const scores = CSV_DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(delimiter, lines) }));
  const best = scores.reduce((winner, next) => (next.score > winner.score ? next : winner));
  return { delimiter: best.delimiter, skip: 0 };
}

// What stands in quotes says nothing about the columns, so it is dropped, line breaks included.
function bareLines(text: string): string[] {
  const bare = text.replace(/"(?:[^"]|"")*("|$)/g, '');
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line !== '');
  return lines.slice(0, SAMPLE.lines);
}

// A comma in prose comes and goes; a delimiter comes equally often in every line. The header has the say.
function scoreOf(delimiter: CsvDelimiter, lines: readonly string[]): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const inHeader = counts[0] ?? 0;
  if (inHeader === 0) return 0;
  const agreeing = counts.filter((count) => count === inHeader).length;
  return (agreeing / counts.length) * 1_000 + inHeader;
}
