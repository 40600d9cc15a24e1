import { useState } from 'react';
import { Button, ErrorState, Notice, Panel, Skeleton, Tag } from '@st0r/ui';
import { api } from '../../shared/api';
import { say } from './messages';
import { PATH, useBreakGlass, type BreakGlass, type Connection } from './sso.api';
import type { StepProps } from './step';
import { useAct } from './use-act';

/** Making a connection the only way in for a domain, with a way back for the day the provider is broken. */
export function EnforceStep({ connection }: StepProps) {
  return (
    <div className="st-sso-columns">
      <Panel title={say('breakGlass')}>
        <p>{say('breakGlassText')}</p>
        <BreakGlassList />
      </Panel>
      <Panel title={say('enforce')}>
        <p>{say('enforceText')}</p>
        {connection.domains.length === 0 && <Notice tone="info">{say('enforceNone')}</Notice>}
        {connection.domains.map((domain) => (
          <DomainLine key={domain.domain} connection={connection} domain={domain} />
        ))}
      </Panel>
    </div>
  );
}

type Domain = Connection['domains'][number];

function DomainLine({ connection, domain: { domain, enforcedFrom } }: { connection: Connection; domain: Domain }) {
  const { act, busy } = useAct([PATH]);
  const [day, setDay] = useState(inDays(7));
  const path = `${PATH}/${connection.id}/enforcement`;
  const enforce = (from: string | null) =>
    void act(() => api.post(path, { domain, from }), say('enforcementDone', { domain }));
  const over = Boolean(enforcedFrom) && new Date(enforcedFrom ?? '') <= new Date();
  return (
    <div className="st-sso-domain">
      <strong>{domain}</strong>
      {enforcedFrom ? (
        <>
          <Tag tone={over ? 'success' : 'warning'}>
            {say(over ? 'enforced' : 'enforcedLater', { when: new Date(enforcedFrom).toLocaleDateString() })}
          </Tag>
          <Button size="sm" busy={busy} onClick={() => enforce(null)}>
            {say('lift')} <span className="visually-hidden">{domain}</span>
          </Button>
        </>
      ) : (
        <>
          <label>
            <span className="form-label">{say('enforceFrom')}</span>
            <input type="date" className="form-control" value={day} onChange={(event) => setDay(event.target.value)} />
          </label>
          <Button
            size="sm"
            busy={busy}
            disabled={!day || connection.state !== 'enabled'}
            onClick={() => enforce(new Date(`${day}T00:00:00`).toISOString())}
          >
            {say('enforce')} <span className="visually-hidden">{domain}</span>
          </Button>
          <p className="st-quiet">{say('enforceFromHelp')}</p>
        </>
      )}
    </div>
  );
}

function BreakGlassList() {
  const accounts = useBreakGlass();
  if (accounts.isError) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Skeleton lines={2} />;
  if (accounts.data.length === 0) return <Notice tone="warning">{say('breakGlassNone')}</Notice>;
  return (
    <ul className="st-plain-list">
      {accounts.data.map((account) => (
        <BreakGlassLine key={account.userId} account={account} />
      ))}
    </ul>
  );
}

function BreakGlassLine({ account: { userId, name, email, chosen, works } }: { account: BreakGlass }) {
  const { act, busy } = useAct(['break-glass-accounts']);
  const path = 'break-glass-accounts';
  const change = () => act(() => (chosen ? api.delete(`${path}/${userId}`) : api.post(path, { userId })), say('saved'));
  return (
    <li>
      <strong>{name}</strong> <span>{email}</span>
      {chosen && <Tag tone={works ? 'success' : 'danger'}>{say(works ? 'chosen' : 'worksNot')}</Tag>}
      <Button size="sm" busy={busy} onClick={() => void change()}>
        {say(chosen ? 'dismiss' : 'choose')} <span className="visually-hidden">{name}</span>
      </Button>
    </li>
  );
}

function inDays(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
