import { MAX_CURSOR_LENGTH } from './list-query.limits';
import type { Cursor, SortKey } from './list-query.types';
import { sortText } from './sort.text';

/** Stands before the sort of a cursor that leads back; no field is called so. */
const BACK = '<';

/** Writes a cursor as base64url of JSON `[sort, id, ...values]`; the sort it was made for travels inside. */
export function encodeCursor(sort: readonly SortKey[], { id, values, before }: Cursor): string {
  const order = (before ? BACK : '') + sort.map(sortText).join();
  const bytes = new TextEncoder().encode(JSON.stringify([order, id, ...values]));
  // One character per byte, in a loop: spreading a long array overflows the stack.
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads a cursor made for the same sort; undefined for any other text. */
export function decodeCursor(sort: readonly SortKey[], text: string): Cursor | undefined {
  const parts = cursorParts(text);
  if (parts === undefined || parts.sort !== sort.map(sortText).join()) return undefined;
  return parts.cursor.values.length === sort.length ? parts.cursor : undefined;
}

/** The sort a readable cursor was made for (`-priority,due`), or undefined; lets a refusal say which mistake it was. */
export function cursorSort(text: string): string | undefined {
  return cursorParts(text)?.sort;
}

function cursorParts(text: string): { sort: string; cursor: Cursor } | undefined {
  const parts = parsed(text);
  if (!Array.isArray(parts)) return undefined;
  const [sort, id, ...values]: unknown[] = parts;
  if (typeof sort !== 'string' || typeof id !== 'string' || id === '' || id.length > 64) return undefined;
  if (!values.every(isCursorValue)) return undefined;
  if (!sort.startsWith(BACK)) return { sort, cursor: { values, id } };
  return { sort: sort.slice(BACK.length), cursor: { values, id, before: true } };
}

function parsed(text: string): unknown {
  if (text.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not base64, not UTF-8 or not JSON: all the same to the caller.
    return undefined;
  }
}

function isCursorValue(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
