import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Button,
  ConfirmDialog,
  Day,
  EmptyState,
  ErrorState,
  PageHead,
  Skeleton,
  Tag,
  Time,
  SmallTable,
} from '@st0r/ui';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import { toneOf } from './api-key-list';
import { say } from './messages';
import { useKeyAct } from './use-key-act';

type OwnKey = Api<'OwnApiKey'>;

/** The keys a person made, at whatever client, each with a way to end it. */
export function Component() {
  const found = useQuery({ queryKey: ['list', 'me/api-keys'], queryFn: () => api.get<OwnKey[]>('me/api-keys') });
  return (
    <>
      <PageHead title={say('own')} />
      <p className="st-quiet">{say('ownText')}</p>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton shape="rows" lines={4} />}
      {found.data?.length === 0 && (
        <EmptyState icon="key" title={say('ownNone')}>
          {say('ownNoneText')}
        </EmptyState>
      )}
      {found.data && found.data.length > 0 && <OwnTable keys={found.data} />}
    </>
  );
}

function OwnTable({ keys }: { keys: readonly OwnKey[] }) {
  return (
    <SmallTable
      label={say('own')}
      heads={[
        say('name'),
        say('client'),
        say('prefix'),
        say('state'),
        say('expires'),
        say('lastUsed'),
        { text: say('acts'), as: 'heard' },
      ]}
    >
      {keys.map((key) => (
        <OwnRow key={key.id} own={key} />
      ))}
    </SmallTable>
  );
}

function OwnRow({ own }: { own: OwnKey }) {
  const { id, name, organisation, prefix, scopes, expiresOn, lastUsedAt, lastUsedIp } = own;
  const [asking, setAsking] = useState(false);
  const act = useKeyAct();
  async function handleRevoke() {
    await act(`me/api-keys/${id}/revoke`, say('revokedDone', { name }));
    setAsking(false);
  }
  return (
    <tr>
      <td title={scopes.join(', ')}>{name}</td>
      <td>{organisation}</td>
      <td>
        <code>{prefix}</code>
      </td>
      <td>
        <Tag tone={toneOf(own)}>{say(own.state)}</Tag>
      </td>
      <td>
        <Day on={expiresOn} />
      </td>
      <td title={lastUsedIp ?? undefined}>
        {lastUsedAt ? <Time at={lastUsedAt} /> : <span className="st-quiet">{say('neverUsed')}</span>}
      </td>
      <td className="st-end">
        {own.state !== 'revoked' && (
          <Button size="sm" onClick={() => setAsking(true)}>
            {say('revoke')} <span className="visually-hidden">{name}</span>
          </Button>
        )}
        <ConfirmDialog
          open={asking}
          title={say('revokeTitle', { name })}
          confirmLabel={say('revoke')}
          danger
          onConfirm={handleRevoke}
          onClose={() => setAsking(false)}
        >
          {say('revokeText')}
        </ConfirmDialog>
      </td>
    </tr>
  );
}
