import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Button, ConfirmDialog, ErrorState, Notice, Panel, showToast, Skeleton, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { ReturnNotice, useOffered, type Offered } from './connection-buttons';
import { say } from './messages';

type Identity = Api<'MyIdentity'>;
const path = 'me/identities';
const queryKey = ['record', path];

/** Identities at providers this person signs in with; drawn only where there is something to link or to unlink. */
export function IdentityList() {
  const [search] = useSearchParams();
  const offered = useOffered();
  const identities = useQuery({ queryKey, queryFn: () => api.get<Identity[]>(path) });
  if (identities.isError) return <ErrorState error={identities.error} onRetry={() => void identities.refetch()} />;
  if (!identities.data) return <Skeleton lines={2} />;
  const linked = identities.data;
  const open = offered.filter(({ id }) => !linked.some(({ connectionId }) => connectionId === id));
  if (linked.length === 0 && open.length === 0) return null;
  return (
    <Panel title={say('identities')}>
      <ReturnNotice search={search} />
      {search.get('linked') && <Notice tone="success">{say('identityLinked')}</Notice>}
      <p>{say('identitiesText')}</p>
      <ul className="st-plain-list">
        {linked.map((identity) => (
          <IdentityLine key={identity.id} identity={identity} />
        ))}
      </ul>
      <div className="d-flex flex-wrap gap-2">
        {open.map((connection) => (
          <LinkButton key={connection.id} connection={connection} />
        ))}
      </div>
    </Panel>
  );
}

function IdentityLine({ identity }: { identity: Identity }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  async function handleUnlink() {
    setAsking(false);
    try {
      await api.delete(`${path}/${identity.id}`);
      showToast({ text: say('identityUnlinked', { name: identity.connection }), tone: 'success' });
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  return (
    <li>
      <strong>{identity.connection}</strong> <span>{identity.email}</span>
      <span className="st-quiet">
        {say('lastSeen')} <Time at={identity.lastSeenAt} />
      </span>
      <Button size="sm" onClick={() => setAsking(true)}>
        {say('unlink')} <span className="visually-hidden">{identity.connection}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        title={say('unlinkTitle', { name: identity.connection })}
        confirmLabel={say('unlink')}
        danger
        onConfirm={handleUnlink}
        onClose={() => setAsking(false)}
      >
        {say('unlinkText')}
      </ConfirmDialog>
    </li>
  );
}

function LinkButton({ connection }: { connection: Offered }) {
  const [busy, setBusy] = useState(false);
  async function handleLink() {
    setBusy(true);
    try {
      const { location: away } = await api.post<Api<'ProviderAddress'>>(path, { connectionId: connection.id });
      location.assign(away);
    } catch (error) {
      setBusy(false);
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  return (
    <Button icon="link-45deg" busy={busy} onClick={() => void handleLink()}>
      {say('linkWith', { name: connection.label })}
    </Button>
  );
}
