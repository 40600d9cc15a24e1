import type { Changes } from '../events';
import { cutText } from '../events/event-text';

const CLOCKWORK = new Set(['id', 'version', 'createdAt', 'updatedAt']);
/** Longest text kept in an event, in code points; the record itself holds the rest. */
const LONGEST = 500;

/** What differs between a row and a patch, field by field; sealed and binary fields by name only. */
export function changesBetween(before: object, patch: object, sealed: readonly string[]): Changes {
  const changes: Changes = {};
  const old = before as Record<string, unknown>;
  for (const [field, value] of Object.entries(patch)) {
    if (CLOCKWORK.has(field) || value === undefined || same(old[field], value)) continue;
    changes[field] =
      sealed.includes(field) || Buffer.isBuffer(value) ? 'changed' : { from: plain(old[field]), to: plain(value) };
  }
  return changes;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== 'object' && typeof b !== 'object') return false;
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return shortened(value);
  return value;
}

/** Never half of a character: a lone surrogate is no text that another program could read. */
function shortened(text: string): string {
  const cut = cutText(text, LONGEST);
  return cut.length < text.length ? `${cut}…` : text;
}
