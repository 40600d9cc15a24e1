import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { showToast, type SavedView } from '@st0r/ui';
import { api } from './api';
import { listParams } from './list-url';
import { say } from './messages';
import { isProblem } from './problem';
import { useMe, useOrg } from './session';
import { useArchive } from './use-archive';
import type { ListPage } from './use-list';

type View = Api<'View'>;

/** Views of one list, kept on the server: one's own, and those the teams of the client in view share. */
export function useViews(list: string): {
  views: readonly SavedView[];
  save: (view: { name: string; shared: boolean; search: URLSearchParams }) => Promise<void>;
  remove: (view: SavedView) => Promise<boolean>;
} {
  const client = useQueryClient();
  const me = useMe();
  const org = useOrg();
  const archive = useArchive('views');
  const query = { list, limit: 200 };
  const { data } = useQuery({
    queryKey: ['list', 'views', query],
    queryFn: ({ signal }) => api.get<ListPage<View>>('views', query, { signal }),
    staleTime: 60_000,
  });
  const here = ({ userId, organisationId }: View) => userId === me.id || !organisationId || organisationId === org?.id;
  async function save({ name, shared, search }: { name: string; shared: boolean; search: URLSearchParams }) {
    try {
      await api.post('views', { list, name, shared, organisationId: org?.id ?? null, ...kept(search) });
      await client.invalidateQueries({ queryKey: ['list', 'views'] });
    } catch (error) {
      showToast({ text: isProblem(error) ? error.message : say('failed'), tone: 'danger' });
    }
  }
  return { views: (data?.data ?? []).filter(here).map((view) => asSaved(view)), save, remove: archive };
}

/** What of an address is worth keeping: filters, order, groups and columns, and not the page or the open peek. */
function kept(search: URLSearchParams): Pick<View, 'query' | 'columns' | 'groupBy'> {
  const { cursor: _, group, folded: _folded, ...params } = listParams(search);
  const ids = search.get('cols')?.split(',');
  const columns = ids?.map((id) => ({ id, width: null, pinned: null })) ?? null;
  return { query: new URLSearchParams(params).toString(), columns, groupBy: group ?? null };
}

function asSaved({ id, name, query, columns, groupBy, shared, can }: View): SavedView {
  const search = new URLSearchParams(query);
  if (columns) search.set('cols', columns.map((column) => column.id).join(','));
  if (groupBy) search.set('group', groupBy);
  return { id, name, search: search.toString(), shared, mine: can['archive'] === true };
}
