import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Query } from '../../shared/api';
import { useCan } from '../../shared/session';
import type { ListPage } from '../../shared/use-list';
import { say } from './messages';

/** How much of what there is here; a figure a person may not see is not drawn. */
export function Figures({ slug }: { slug: string }) {
  const can = useCan();
  return (
    <ul className="st-figures">
      {can('asset.read') && (
        <Figure label={say('assets')} path="assets" query={{ org: slug }} to={`/o/${slug}/assets`} />
      )}
      {can('vault.item.read') && (
        <Figure label={say('credentials')} path="credentials" query={{ org: slug }} to={`/o/${slug}/vault`} />
      )}
      {can('network.read') && (
        <Figure label={say('scans')} path="scans" query={{ org: slug, state: 'waiting' }} to={`/o/${slug}/discovery`} />
      )}
      <Figure label={say('people')} path="contacts" query={{ org: slug }} to={`/o/${slug}/people`} />
      <Figure label={say('sites')} path="sites" query={{ org: slug }} to={`/o/${slug}/sites`} />
    </ul>
  );
}

function Figure({ label, path, query, to }: { label: string; path: string; query: Query; to: string }) {
  const asked = { ...query, limit: 1, total: true };
  const found = useQuery({
    queryKey: ['list', path, asked],
    queryFn: ({ signal }) => api.get<ListPage<unknown>>(path, asked, { signal }),
    retry: false,
  });
  const total = found.data?.page.total;
  return (
    <li>
      <Link to={to} className="st-figure">
        <strong>{total?.toLocaleString() ?? (found.isPending ? ' ' : '–')}</strong>
        <span>{label}</span>
      </Link>
    </li>
  );
}
