import { useForm } from 'react-hook-form';
import { Dialog, Form, TextAreaField } from '@st0r/ui';
import { shell } from './messages';

type ReasonProps = { onReason: (reason: string | undefined) => void };

/** Asks why a secret is wanted; loaded when it is first asked. */
export default function ReasonDialog({ onReason }: ReasonProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <Dialog open title={shell('reasonTitle')} onClose={() => onReason(undefined)} size="sm">
      <Form
        form={form}
        onSubmit={async ({ reason }) => onReason(reason.trim())}
        submitLabel={shell('reasonGo')}
        onCancel={() => onReason(undefined)}
      >
        <TextAreaField
          name="reason"
          label={shell('reason')}
          help={shell('reasonHelp')}
          rules={{ required: shell('reasonHelp'), maxLength: 500 }}
        />
      </Form>
    </Dialog>
  );
}
