import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Dialog, Form, TextAreaField } from '@st0r/ui';
import { onReason } from '../shared/reason';
import { shell } from './messages';

type Question = { answer: (reason: string | undefined) => void };

/** The dialog that asks why a secret is wanted; mounted once in the shell. */
export function ReasonHost() {
  const [asked, setAsked] = useState<Question>();
  useEffect(() => onReason(setAsked), []);
  function finish(reason: string | undefined) {
    asked?.answer(reason);
    setAsked(undefined);
  }
  return (
    <Dialog open={asked !== undefined} title={shell('reasonTitle')} onClose={() => finish(undefined)} size="sm">
      {asked && <ReasonForm onReason={finish} />}
    </Dialog>
  );
}

function ReasonForm({ onReason: onDone }: { onReason: (reason: string | undefined) => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <Form
      form={form}
      onSubmit={async ({ reason }) => onDone(reason.trim())}
      submitLabel={shell('reasonGo')}
      onCancel={() => onDone(undefined)}
    >
      <TextAreaField
        name="reason"
        label={shell('reason')}
        help={shell('reasonHelp')}
        rules={{ required: shell('reasonHelp'), maxLength: 500 }}
      />
    </Form>
  );
}
