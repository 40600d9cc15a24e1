import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Form, Notice, TextField } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { say } from './messages';

type TestResult = Api<'MailTestResult'>;

/** Sends one mail now and says what happened, in words one can act on. */
export function MailTest({ ready }: { ready: boolean }) {
  const { email } = useMe();
  const [result, setResult] = useState<TestResult>();
  const form = useForm({ defaultValues: { recipient: email } });
  const test = useSave<{ recipient: string }, TestResult>('settings/mail/test', { onSaved: setResult });
  if (!ready) return <p className="st-quiet">{say('testText')}</p>;
  return (
    <>
      <p className="st-quiet">{say('testText')}</p>
      <Form form={form} onSubmit={test.save} submitLabel={say('test')}>
        <TextField
          name="recipient"
          type="email"
          label={say('testRecipient')}
          rules={{ required: say('testRecipient') }}
        />
      </Form>
      {result && (
        <div role="status" className="mt-3">
          <Notice tone={result.sent ? 'success' : 'danger'} title={result.sent ? say('testSent') : say('testFailed')}>
            {result.detail}
            {result.answer && <p className="mb-0">{say('answer', { words: result.answer })}</p>}
          </Notice>
        </div>
      )}
    </>
  );
}
