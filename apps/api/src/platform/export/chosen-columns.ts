import { splitValues } from '@st0r/list-query';
import { Invalid } from '../errors';
import type { ChosenColumn, ExportColumn } from './export-column';

const MOST = 100;

/** Reads `columns=name:Name,site:Site`; what stands behind the colon is the header. Left out, it means `usual`. */
export function chosenColumns(
  text: string | undefined,
  known: readonly ExportColumn[],
  usual: readonly string[],
): ChosenColumn[] {
  const wanted = text === undefined || text === '' ? usual.map((key) => [key, key] as const) : pairsOf(text);
  const byKey = new Map(known.map((column) => [column.key, column]));
  return wanted.map(([key, header]) => {
    const column = byKey.get(key);
    if (column) return { ...column, header };
    throw refused(`There is no column "${key.slice(0, 60)}" to export.`, [...byKey.keys()]);
  });
}

function pairsOf(text: string): (readonly [key: string, header: string])[] {
  const list = splitValues(text);
  if (!list.ok) throw refused('Write columns as name:Name,site:Site; quote a header that holds a comma.', []);
  if (list.values.length > MOST) throw refused(`At most ${MOST} columns.`, []);
  return list.values.map((part) => {
    const at = part.indexOf(':');
    return at < 0 ? [part, part] : [part.slice(0, at), part.slice(at + 1) || part.slice(0, at)];
  });
}

const refused = (detail: string, allowed: readonly string[]): Invalid =>
  Invalid.field('/query/columns', 'column', detail, allowed.length > 0 ? { allowed } : {});
