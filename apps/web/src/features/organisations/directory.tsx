import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ErrorState, OrgBadge, Panel, Skeleton, Tag } from '@st0r/ui';
import { api } from '../../shared/api';
import { lazyDialog } from '../../shared/lazy-part';
import { useMe } from '../../shared/session';
import { say } from './messages';

const EnterDialog = lazyDialog(() => import('./enter-dialog'));

type NameTag = Api<'OrganisationSummary'>;

/** Names of the clients an administrator has no role in, and the announced way in. */
export function Directory() {
  const { organisations } = useMe();
  const [entering, setEntering] = useState<NameTag>();
  const found = useQuery({
    queryKey: ['record', 'organisations/directory'],
    queryFn: () => api.get<NameTag[]>('organisations/directory'),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={2} />;
  const others = found.data.filter(({ id }) => !organisations.some((mine) => mine.id === id));
  return (
    <section className="mt-4">
      <Panel title={say('directory')}>
        <p className="st-quiet">{say(others.length > 0 ? 'directoryNote' : 'directoryNone')}</p>
        <ul className="st-plain-list">
          {others.map((each) => (
            <li key={each.id}>
              <OrgBadge name={each.name} colour={each.colour} withName />
              {each.archivedAt ? (
                <Tag>{say('archived')}</Tag>
              ) : (
                <Button size="sm" icon="door-open" onClick={() => setEntering(each)}>
                  {say('enter')} <span className="visually-hidden">{each.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {entering && <EnterDialog client={entering} onClose={() => setEntering(undefined)} />}
    </section>
  );
}
