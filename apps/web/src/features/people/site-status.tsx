import type { Api } from '@st0r/api-client';
import { Tag } from '@st0r/ui';
import { wordOf } from './messages';

/** Whether a site is in use. */
export function SiteStatus({ site }: { site: Api<'Site'> }) {
  return <Tag tone={site.status === 'active' ? 'success' : 'neutral'}>{wordOf(site.status)}</Tag>;
}
