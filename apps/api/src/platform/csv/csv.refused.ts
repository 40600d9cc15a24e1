export const CSV_REFUSALS = [
  'csv.empty',
  'csv.not_text',
  'csv.too_large',
  'csv.too_many_rows',
  'csv.too_many_columns',
  'csv.row_too_long',
  'csv.quote_unclosed',
  'csv.unreadable',
] as const;
export type CsvRefusalCode = (typeof CSV_REFUSALS)[number];

/** The whole file is refused; `line` is the 1-based line where the trouble starts, null when it is the file itself. */
export class CsvRefused extends Error {
  override readonly name = 'CsvRefused';

  constructor(
    readonly code: CsvRefusalCode,
    message: string,
    readonly line: number | null = null,
  ) {
    super(message);
  }
}
