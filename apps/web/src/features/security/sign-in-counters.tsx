import { Button, EmptyState, ErrorState, messages, Panel, showToast, Skeleton, SmallTable, Time } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { COUNTERS, type SignInCounter } from './security.api';

const kinds = messages({
  password: 'Password',
  factor: 'Second factor',
  reset: 'Reset links',
  device: 'Known device',
  address: 'Address',
  block: 'Block of addresses',
});
const heads = [
  say('counterWho'),
  say('counterKind'),
  { text: say('failures'), as: 'end' },
  say('lastFailure'),
  say('waitsUntil'),
  { text: say('clear'), as: 'heard' },
] as const;

/** Who has to wait because of failed sign-ins. */
export function SignInCounters() {
  const { record, status, error, retry } = useRecord<SignInCounter[]>(COUNTERS);
  return (
    <Panel title={say('counters')}>
      <p className="st-quiet">{say('countersText')}</p>
      {status === 'loading' && <Skeleton lines={2} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record?.length === 0 && (
        <EmptyState icon="hourglass" title={say('countersEmpty')}>
          {say('countersEmptyText')}
        </EmptyState>
      )}
      {record && record.length > 0 && (
        <SmallTable label={say('counters')} heads={heads}>
          {record.map((one) => (
            <Counter key={one.id} counter={one} />
          ))}
        </SmallTable>
      )}
    </Panel>
  );
}

function Counter({ counter: { id, kind, person, place, failures, lastAt, until } }: { counter: SignInCounter }) {
  const who = place ?? person ?? say('nobodyHere');
  const clear = useSave<undefined>(`${COUNTERS}/${id}`, { method: 'delete', refresh: [COUNTERS] });
  const handleClear = (): Promise<void> =>
    clear.save(undefined).catch((error: Error) => showToast({ text: error.message, tone: 'danger' }));
  return (
    <tr>
      <td>{who}</td>
      <td>{kinds(kind)}</td>
      <td className="st-end">{failures}</td>
      <td>
        <Time at={lastAt} />
      </td>
      <td>{until ? <Time at={until} /> : say('untilCleared')}</td>
      <td className="st-end">
        <Button size="sm" busy={clear.busy} onClick={() => void handleClear()}>
          {say('clear')} <span className="visually-hidden">{who}</span>
        </Button>
      </td>
    </tr>
  );
}
