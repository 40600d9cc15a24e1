import type { Choice } from '@st0r/ui';
import { api } from './api';
import type { ListPage } from './use-list';

type Named = { id: string; name: string };
type Where = { org?: string; [field: string]: string | undefined };

/** A search for a typeahead over a list of the API; twenty records by name, narrowed by `where`. */
export function searchChoices<Row extends Named>(
  path: string,
  where: Where = {},
  words: (row: Row) => string = (row) => row.name,
): (text: string) => Promise<readonly Choice[]> {
  return async (text) => {
    const page = await api.get<ListPage<Row>>(path, { ...where, q: text.trim() || undefined, limit: 20 });
    return page.data.map((row) => ({ value: row.id, label: words(row) }));
  };
}
