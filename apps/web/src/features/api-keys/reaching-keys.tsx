import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ConfirmDialog, Day, ErrorState, Panel, Tag, Time, SmallTable } from '@st0r/ui';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import { useCan, useOrg } from '../../shared/session';
import { toneOf } from './api-key-list';
import { say } from './messages';
import { useKeyAct } from './use-key-act';

type ReachingKey = Api<'ReachingApiKey'>;

/** Keys that another client manages and that reach into the one in view; nothing is drawn where there are none. */
export function ReachingKeys() {
  const org = useOrg();
  const can = useCan();
  const found = useQuery({
    queryKey: ['list', 'api-keys/reaching', org?.slug],
    queryFn: () => api.get<ReachingKey[]>('api-keys/reaching', { org: org?.slug }),
    enabled: org !== undefined && can('apikey.manage'),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!org || !found.data?.length) return null;
  return (
    <div className="mt-3">
      <Panel title={say('reaching')} flush>
        <SmallTable
          label={say('reaching')}
          heads={[
            say('name'),
            say('owner'),
            say('state'),
            say('scopes'),
            say('expires'),
            say('lastUsed'),
            { text: say('acts'), as: 'heard' },
          ]}
        >
          {found.data.map((key) => (
            <ReachingRow key={key.id} reaching={key} org={org.slug} />
          ))}
        </SmallTable>
      </Panel>
    </div>
  );
}

function ReachingRow({ reaching, org }: { reaching: ReachingKey; org: string }) {
  const { id, name, ownerName, scopes, expiresOn, lastUsedAt } = reaching;
  const [asking, setAsking] = useState(false);
  const act = useKeyAct();
  async function handleCut() {
    await act(`api-keys/${id}/cut-off?org=${org}`, say('cutOffDone', { name }));
    setAsking(false);
  }
  return (
    <tr>
      <td>{name}</td>
      <td>{ownerName}</td>
      <td>
        <Tag tone={toneOf(reaching)}>{say(reaching.state)}</Tag>
      </td>
      <td title={scopes.join(', ')}>{say('scopeCount', { n: scopes.length })}</td>
      <td>
        <Day on={expiresOn} />
      </td>
      <td>{lastUsedAt ? <Time at={lastUsedAt} /> : <span className="st-quiet">{say('neverUsed')}</span>}</td>
      <td className="st-end">
        <Button size="sm" onClick={() => setAsking(true)}>
          {say('cutOff')} <span className="visually-hidden">{name}</span>
        </Button>
        <ConfirmDialog
          open={asking}
          title={say('cutOffTitle', { name })}
          confirmLabel={say('cutOff')}
          danger
          onConfirm={handleCut}
          onClose={() => setAsking(false)}
        >
          {say('cutOffText')}
        </ConfirmDialog>
      </td>
    </tr>
  );
}
