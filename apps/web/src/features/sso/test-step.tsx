import { Button, Notice, Panel, Progress } from '@st0r/ui';
import { LdapTest } from './ldap-test';
import { say } from './messages';
import { NextStep, type StepProps } from './step';
import { Outcome } from './test-outcome';
import { useConnectionTest } from './use-connection-test';

/** Trying a connection out, as its kind can be. */
export function TestStep({ connection }: StepProps) {
  return (
    <Panel>
      {connection.missing.length > 0 && (
        <Notice tone="info" title={say('missing')}>
          {connection.missing.join(' ')}
        </Notice>
      )}
      {connection.kind === 'ldap' ? <LdapTest connection={connection} /> : <ProviderTest connection={connection} />}
      {connection.health.tested && <NextStep tab="enforce" />}
    </Panel>
  );
}

/** A real sign-in that lets nobody in, and everything it showed. */
function ProviderTest({ connection }: Pick<StepProps, 'connection'>) {
  const test = useConnectionTest(connection.id);
  const { outcome } = test;
  return (
    <>
      <p>{say('testText')}</p>
      <Button
        tone="primary"
        icon="box-arrow-up-right"
        disabled={connection.missing.length > 0}
        busy={test.waiting}
        onClick={test.start}
      >
        {say(outcome ? 'testAgain' : 'testStart')}
      </Button>
      <div className="mt-3" aria-live="polite">
        {test.refusal && <Notice tone="danger">{test.refusal}</Notice>}
        {test.waiting && <Progress label={say('testRunning')} done={0} />}
        {test.waiting && <p>{say('testRunning')}</p>}
        {outcome && <Outcome outcome={outcome} />}
      </div>
    </>
  );
}
