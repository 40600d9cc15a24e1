import { useState } from 'react';
import { Button, ButtonLink, EmptyState, ErrorState, Forbidden, PageHead, Panel, Skeleton, SmallTable } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { LimitDialog } from './limit-dialog';
import { say, timeOf } from './limit-messages';
import { LIMITS, type Limit } from './security.api';
import './security.css';

const heads = [say('what'), say('allowed'), say('standard'), { text: say('change'), as: 'heard' }] as const;

/** Every limit of the installation, and setting it. */
export function Component() {
  const { platformAdmin } = useMe();
  const { record, status, error, retry } = useRecord<Limit[]>(LIMITS, { enabled: platformAdmin });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('limits')} actions={<ButtonLink to="/admin/security">{say('counters')}</ButtonLink>} />
      <p className="st-quiet">{say('limitsText')}</p>
      <Panel title={say('limits')} flush>
        {status === 'loading' && <Skeleton lines={6} />}
        {status === 'error' && <ErrorState error={error} onRetry={retry} />}
        {record?.length === 0 && <EmptyState icon="hourglass" title={say('empty')} />}
        {record && record.length > 0 && <LimitTable limits={record} />}
      </Panel>
      <p className="st-quiet st-limit-note">{say('apiKeys')}</p>
    </>
  );
}

function LimitTable({ limits }: { limits: readonly Limit[] }) {
  const [name, setName] = useState<string>();
  const edited = limits.find((one) => one.name === name);
  return (
    <>
      <SmallTable label={say('limits')} heads={heads}>
        {limits.map((limit) => (
          <Row key={limit.name} limit={limit} onChange={() => setName(limit.name)} />
        ))}
      </SmallTable>
      {edited && <LimitDialog key={edited.version} limit={edited} onClose={() => setName(undefined)} />}
    </>
  );
}

function Row({ limit, onChange }: { limit: Limit; onChange: () => void }) {
  const { name, says, budget, seconds, burst, standardBudget, standardSeconds } = limit;
  const standard = budget === standardBudget && seconds === standardSeconds;
  return (
    <tr>
      <th scope="row" className="st-limit-says">
        {says} <code>{name}</code>
      </th>
      <td>
        {say('in', { n: budget.toLocaleString(), time: timeOf(seconds) })}
        {burst !== budget && <span className="st-quiet">, {say('atOnce', { n: burst })}</span>}
      </td>
      <td className="st-quiet">
        {standard ? '' : say('in', { n: standardBudget.toLocaleString(), time: timeOf(standardSeconds) })}
      </td>
      <td className="st-end">
        <Button size="sm" onClick={onChange}>
          {say('change')} <span className="visually-hidden">{name}</span>
        </Button>
      </td>
    </tr>
  );
}
