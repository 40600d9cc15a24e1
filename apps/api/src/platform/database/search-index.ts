import type { Ownership } from './ownership';
import { declareRows } from './row-views/rows-of-organisations';
import { indexWords } from './search-words';
import type { Statements } from './statements';

declareRows({ table: 'search_entry' }, { table: 'search_word', forced: ['PRIMARY', 'by_word', 'by_entry'] });

/** Rows per INSERT; far below the packet limit. */
const BATCH = 500;

type Values = Record<string, unknown>;
interface Source {
  id: string;
  organisationId: string;
  row: Values;
}

/** Rows to index; `fresh` ones were never indexed, so nothing has to be forgotten first. */
export interface Indexed {
  rows: readonly object[];
  fresh?: boolean;
}

/** Brings the palette's index up to date with rows, together with the commit of what changed them. */
export function indexRows(statements: Statements, ownership: Ownership, { rows, fresh }: Indexed): void {
  const sources = rows.map((row) => sourceOf(ownership, row as Values));
  if (!ownership.search || sources.length === 0) return;
  if (!fresh) forget(statements, ownership, sources);
  if ('title' in ownership.search) writeEntries(statements, ownership, sources);
  const words = sources.flatMap((source) =>
    wordsOf(ownership, source.row).map((word) => [
      source.organisationId,
      typeOf(ownership),
      word,
      entryOf(ownership, source),
      source.id,
    ]),
  );
  insert(statements, { into: 'search_word (organisation_id, type, word, entry_id, source_id)' }, words);
}

/** Takes removed rows out of the index. */
export function unindexRows(statements: Statements, ownership: Ownership, rows: readonly object[]): void {
  const sources = rows.map((row) => sourceOf(ownership, row as Values));
  if (!ownership.search || sources.length === 0) return;
  forget(statements, ownership, sources);
  if (!('title' in ownership.search)) return;
  const { text, params } = among(sources, 'id', (source) => source.id);
  statements.later({ text: `DELETE FROM search_entry WHERE ${text}`, params });
}

/** True when a change touches what is searched. */
export function searchTouched({ search }: Ownership, changed: readonly string[]): boolean {
  if (!search) return false;
  const searched = [
    ...(search.keywords ?? []),
    ...(search.exact ?? []),
    ...('title' in search ? [search.title, ...(search.subtitle ?? []), 'archivedAt'] : []),
  ];
  return changed.some((name) => searched.includes(name));
}

function writeEntries(statements: Statements, { search, noun }: Ownership, sources: readonly Source[]): void {
  if (!search || !('title' in search)) return;
  const rows = sources.map(({ id, organisationId, row }) => [
    id,
    organisationId,
    noun,
    cut(texts(row[search.title]).join(' ')),
    cut((search.subtitle ?? []).flatMap((name) => texts(row[name])).join(' · ')) || null,
    row['archivedAt'] ? 1 : 0,
  ]);
  insert(
    statements,
    {
      into: 'search_entry (id, organisation_id, type, title, subtitle, archived)',
      tail: ' ON DUPLICATE KEY UPDATE title = VALUES(title), subtitle = VALUES(subtitle), archived = VALUES(archived)',
    },
    rows,
  );
}

function forget(statements: Statements, ownership: Ownership, sources: readonly Source[]): void {
  const { text, params } = among(sources, 'entry_id', (source) => entryOf(ownership, source));
  const ids = sources.map((source) => source.id);
  // By source, so that a rewritten asset keeps the words its interfaces lent it.
  statements.later({
    text: `DELETE FROM search_word WHERE ${text} AND source_id IN (${marks(ids)})`,
    params: [...params, ...ids],
  });
}

function among(
  sources: readonly Source[],
  column: 'id' | 'entry_id',
  key: (source: Source) => string,
): { text: string; params: string[] } {
  const organisations = [...new Set(sources.map((source) => source.organisationId))];
  const keys = [...new Set(sources.map(key))];
  return {
    text: `organisation_id IN (${marks(organisations)}) AND ${column} IN (${marks(keys)})`,
    params: [...organisations, ...keys],
  };
}

function insert(
  statements: Statements,
  { into, tail = '' }: { into: string; tail?: string },
  rows: readonly unknown[][],
): void {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const values = batch.map((row) => `(${marks(row)})`).join(', ');
    statements.later({ text: `INSERT INTO ${into} VALUES ${values}${tail}`, params: batch.flat() });
  }
}

function sourceOf(ownership: Ownership, row: Values): Source {
  return { id: String(row['id']), organisationId: String(row[ownership.scopedBy]), row };
}

/** A part (an interface) is found as the record it belongs to (the asset). */
function entryOf({ search }: Ownership, source: Source): string {
  return search && 'partOf' in search ? String(source.row[search.partOf.record]) : source.id;
}

function typeOf({ search, noun }: Ownership): string {
  return search && 'partOf' in search ? search.partOf.type : noun;
}

function wordsOf({ search }: Ownership, row: Values): string[] {
  if (!search) return [];
  const named = (names: readonly string[] = []): string[] => names.flatMap((name) => texts(row[name]));
  const title = 'title' in search ? texts(row[search.title]).join(' ') : undefined;
  return indexWords({ title, keywords: named(search.keywords), exact: named(search.exact) });
}

/** Every text inside a value: a word, a list of tags, a list of phones. */
function texts(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'object' && !Buffer.isBuffer(value) && !(value instanceof Date))
    return Object.values(value).flatMap(texts);
  return [];
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const cut = (text: string): string => [...text].slice(0, 255).join('').toWellFormed();
