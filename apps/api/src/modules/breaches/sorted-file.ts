import { open, type FileHandle } from 'node:fs/promises';
import type { BreachSource } from './breach-source';

/** More than one whole line: 40 digits, a colon, a count, and CRLF. */
const WINDOW = 128;
const LAST = 'FFFF';
const LINE = /^([0-9A-F]{40}):(\d{1,12})$/i;

/** One file of `HASH:COUNT` lines in the order of the hashes, searched by halves: its size hardly matters. */
export class SortedFile implements BreachSource {
  constructor(private readonly path: string) {}

  async count(hash: string): Promise<number> {
    const file = await open(this.path, 'r');
    try {
      return await search(file, hash);
    } finally {
      await file.close();
    }
  }
}

/** A line of the file, with the bytes it begins and ends at. */
interface Line {
  start: number;
  end: number;
  hash: string;
  count: number;
}

/** Offsets are bytes; the wanted line begins at or after `low` and before `high`. */
async function search(file: FileHandle, hash: string): Promise<number> {
  let low = 0;
  let { size: high } = await file.stat();
  if (high === 0) throw new Error('The file of breached passwords is empty.');
  let [below, above]: (Line | undefined)[] = [];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await lineFrom(file, middle);
    if (line?.hash === hash) return line.count;
    if (line) requireOrder(line, below, above);
    if (line && line.start < high && line.hash < hash) [low, below] = [line.end, line];
    else [high, above] = [middle, line ?? above];
  }
  // A download that was cut off ends too early; the whole collection has hashes all the way up.
  if (!above && !below?.hash.startsWith(LAST)) throw new Error('The file of breached passwords ends before its end.');
  return 0;
}

/** The collection also exists in the order of frequency, in which nothing would be found. */
function requireOrder(line: Line, below: Line | undefined, above: Line | undefined): void {
  const early = below && line.start > below.start && line.hash < below.hash;
  const late = above && line.start < above.start && line.hash > above.hash;
  if (early || late) throw new Error('The file of breached passwords is not in the order of its hashes.');
}

/** The first line that begins at this offset or after it; undefined where none does. */
async function lineFrom(file: FileHandle, offset: number): Promise<Line | undefined> {
  // One byte earlier: where that is the end of a line, the next one begins right here.
  const from = Math.max(0, offset - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(WINDOW * 2), 0, WINDOW * 2, from);
  const text = buffer.toString('latin1', 0, bytesRead);
  const skipped = offset === 0 ? 0 : text.indexOf('\n') + 1;
  if (skipped === 0 && offset !== 0) {
    if (bytesRead === WINDOW * 2) throw odd();
    return undefined;
  }
  const rest = text.slice(skipped);
  if (rest === '') return undefined;
  const length = rest.indexOf('\n') === -1 ? rest.length : rest.indexOf('\n') + 1;
  const [, hash = '', count] = LINE.exec(rest.slice(0, length).trimEnd()) ?? [];
  if (!hash) throw odd();
  const start = from + skipped;
  return { start, end: start + length, hash: hash.toUpperCase(), count: Number(count) };
}

const odd = (): Error => new Error('The file of breached passwords is not in the format it should be.');
