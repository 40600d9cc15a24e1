import { CsvRefused } from './csv.refused';

export const CSV_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

/** Text of a file in any encoding spreadsheets write, without its byte order mark. Throws CsvRefused for workbooks. */
export function decodeCsv(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  refuseWorkbook(bytes);
  const encoding = markedEncoding(bytes) ?? guessUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function refuseWorkbook(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start !== '504b0304' && start !== 'd0cf11e0') return;
  throw new CsvRefused('csv.not_text', 'This is a workbook, not CSV. Save the sheet as "CSV UTF-8" and try again.');
}

function markedEncoding(bytes: Uint8Array): CsvEncoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

// Latin text in UTF-16 has a zero in nearly every second byte, and nearly none in the others.
function guessUtf16(bytes: Uint8Array): CsvEncoding | null {
  const sample = bytes.subarray(0, 2048);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i += 1) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.5 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.5 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
