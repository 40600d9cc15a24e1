import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A frame of a built file: what stands before, the file, line and column, what stands behind. */
const FRAME = /^(.*?\(?)((?:file:\/\/)?\/[^():]+\.js):(\d+):(\d+)(\)?)$/;
const KEPT_MS = 60_000;

const maps = new Map<string, SourceMap | undefined>();

/**
 * Lines of a stack with the places of our sources instead of those of the built files; lines without a map stay.
 * Node's own way, --enable-source-maps, keeps every map of every process in memory (45 MiB each). A fault is rare: the
 * map is read when one happens, and forgotten a minute later.
 */
export function inSources(lines: readonly string[]): string[] {
  return lines.map((line) => {
    const [, before, place, row, column, after] = FRAME.exec(line) ?? [];
    if (!place || place.includes('/node_modules/')) return line;
    const file = place.startsWith('file:') ? fileURLToPath(place) : place;
    const origin = mapOf(file)?.findOrigin(Number(row), Number(column));
    if (!origin || !('fileName' in origin)) return line;
    const source = relative(process.cwd(), resolve(dirname(file), origin.fileName));
    return `${before}${source}:${origin.lineNumber}:${origin.columnNumber}${after}`;
  });
}

/** The stack of an error, as {@link inSources} shows it; its text where there is none. */
export const stackInSources = (error: unknown): string =>
  inSources(((error as Error).stack ?? String(error)).split('\n')).join('\n');

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    maps.set(file, read(`${file}.map`));
    setTimeout(() => maps.delete(file), KEPT_MS).unref();
  }
  return maps.get(file);
}

function read(path: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as never);
  } catch {
    return undefined;
  }
}
