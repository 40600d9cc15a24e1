import { ErrorState, messages, Notice, Panel, Skeleton, SmallTable, Time } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { PRESSURE, type SignInPressure } from './security.api';

const say = messages({
  answered: 'Puzzles solved',
  asked: 'Puzzles asked',
  began: 'Began',
  ended: 'Ended',
  goesOn: 'Goes on',
  none: 'There was none so far.',
  now: 'Signing in is under attack',
  nowText:
    '{rate} failed sign-ins and unsolved puzzles in the last minute; more than {limit} are an attack. People on devices nobody knows compute for a second before their password is looked at. Known devices, passkeys and connections are not asked.',
  peak: 'Most in a minute',
  quiet:
    '{rate} failed sign-ins in the last minute. More than {limit} are an attack: unknown devices then compute for a second before a password is looked at.',
  title: 'Attacks on signing in',
});
const heads = [
  say('began'),
  say('ended'),
  { text: say('peak'), as: 'end' },
  { text: say('asked'), as: 'end' },
  { text: say('answered'), as: 'end' },
] as const;

/** Whether the whole installation is being guessed at, and when it was. */
export function SignInAttacks() {
  const { record, status, error, retry } = useRecord<SignInPressure>(PRESSURE);
  return (
    <Panel title={say('title')}>
      {status === 'loading' && <Skeleton lines={2} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record && <Outlook pressure={record} />}
      {record && record.attacks.length > 0 && (
        <SmallTable label={say('title')} heads={heads}>
          {record.attacks.map((attack) => (
            <Attack key={attack.id} attack={attack} />
          ))}
        </SmallTable>
      )}
    </Panel>
  );
}

function Outlook({ pressure }: { pressure: SignInPressure }) {
  const { underAttack, failuresPerMinute: rate, limitPerMinute: limit, attacks } = pressure;
  if (underAttack)
    return (
      <Notice tone="warning" title={say('now')}>
        {say('nowText', { rate, limit })}
      </Notice>
    );
  return (
    <p className="st-quiet">
      {say('quiet', { rate, limit })} {attacks.length === 0 && say('none')}
    </p>
  );
}

function Attack({ attack }: { attack: SignInPressure['attacks'][number] }) {
  return (
    <tr>
      <td>
        <Time at={attack.beganAt} />
      </td>
      <td>{attack.endedAt ? <Time at={attack.endedAt} /> : say('goesOn')}</td>
      <td className="st-end">{attack.peakPerMinute.toLocaleString()}</td>
      <td className="st-end">{attack.asked.toLocaleString()}</td>
      <td className="st-end">{attack.answered.toLocaleString()}</td>
    </tr>
  );
}
