import { organisationTables, viewOf } from './rows-of-organisations';

/** A statement as the database is asked it, and whether it names rows of organisations at all. */
export interface Viewed {
  readonly text: string;
  readonly rows: boolean;
}

const KEPT_TEXTS = 4_000;
const kept = new Map<string, Viewed>();
let sought: RegExp | undefined;
let appended: ReadonlySet<string> = new Set();

/**
 * Puts the views in the place of the tables whose rows belong to organisations: `FROM asset` becomes `FROM held_asset asset`.
 * The application has no rights on the tables themselves, so that a mention this misses is refused, never let through.
 */
export function throughViews(text: string): Viewed {
  const known = kept.get(text);
  if (known) return known;
  // A DELETE of one table takes no other name for it, and an INSERT none at all.
  let bare = /^\s*DELETE FROM\b/i.test(text);
  let rows = false;
  const viewed = text.replace(mentions(), (all: string, ...parts: (string | undefined)[]) => {
    const [verb = '', gap = '', table = '', name, index] = parts;
    const into = verb.toUpperCase() === 'INTO';
    if (into && appended.has(table.toLowerCase())) return all;
    rows = true;
    const alias = name ?? (bare || into ? '' : table);
    bare = false;
    return `${verb}${gap}${viewOf(table, index)}${alias && ` ${alias}`}`;
  });
  const answer = { text: viewed, rows };
  if (kept.size < KEPT_TEXTS) kept.set(text, answer);
  return answer;
}

/** Words that may follow a table where another name for it could stand. */
const NO_NAME =
  'WHERE|SET|ON|USING|LEFT|RIGHT|INNER|CROSS|STRAIGHT_JOIN|JOIN|ORDER|GROUP|HAVING|LIMIT|VALUES?|SELECT|FORCE|UNION|FOR|FROM|RETURNING|LOCK|AS';

function mentions(): RegExp {
  if (sought) return sought;
  const all = organisationTables();
  const tables = all.map(({ table }) => table);
  appended = new Set(all.filter((table) => table.appended).map(({ table }) => table));
  if (tables.length === 0) return /(?!)/g;
  sought = new RegExp(
    `\\b(FROM|JOIN|STRAIGHT_JOIN|(?<!\\bKEY\\s+)UPDATE|INTO)((?:\\s+IGNORE)?\\s+\\(*)\`?(${tables.join('|')})\`?(?![\\w.])` +
      `(?:(?:\\s+AS)?\\s+(?!(?:${NO_NAME})\\b)([a-z_]\\w*))?(?:\\s+FORCE INDEX \\((\\w+)\\))?`,
    'gi',
  );
  return sought;
}
