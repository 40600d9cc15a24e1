import { useParams } from 'react-router';
import { ErrorState, Forbidden, RecordPage, Skeleton } from '@st0r/ui';
import { lazyPart } from '../../shared/lazy-part';
import { useMe } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { ConnectionActs } from './connection-acts';
import { StateTag } from './connection-state';
import { EnforceStep } from './enforce-step';
import { ExchangeStep } from './exchange-step';
import { say as sayLdap } from './ldap-messages';
import { LdapSync } from './ldap-sync';
import { MapStep } from './map-step';
import { say } from './messages';
import { providerOf } from './presets';
import { ProviderStep } from './provider-step';
import { PATH, type Connection } from './sso.api';
import { TestStep } from './test-step';
import './sso.css';

// The only list here, on the last tab.
const ConnectionPeople = lazyPart(() => import('./connection-people'));

/** One connection in five steps, and the people who came in through it. */
export function Component() {
  const { id = '' } = useParams();
  const { platformAdmin } = useMe();
  const { record, etag, status, error, retry } = useRecord<Connection>(`${PATH}/${id}`, { enabled: platformAdmin });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  if (status === 'error') return <ErrorState error={error} onRetry={retry} />;
  if (!record) return <Skeleton shape="page" lines={6} />;
  const step = { connection: record, etag };
  return (
    <RecordPage
      title={record.name}
      kind={providerOf(record).label}
      tags={<StateTag state={record.state} />}
      actions={<ConnectionActs connection={record} />}
      tabs={[
        { id: 'provider', label: say('tab1'), content: <ProviderStep key={record.version} {...step} /> },
        { id: 'exchange', label: say('tab2'), content: <ExchangeStep {...step} /> },
        { id: 'map', label: say('tab3'), content: <MapStep {...step} /> },
        { id: 'test', label: say('tab4'), content: <TestStep {...step} /> },
        { id: 'enforce', label: say('tab5'), content: <EnforceStep {...step} /> },
        ...(record.kind === 'ldap'
          ? [{ id: 'sync', label: sayLdap('sync'), content: <LdapSync connection={record} /> }]
          : []),
        { id: 'people', label: say('identities'), content: <ConnectionPeople connection={record} /> },
      ]}
    />
  );
}
