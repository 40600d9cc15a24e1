import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { DateField, Dialog, Form, SelectField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { inDays, type ApiKey, type IssuedKey } from './api-key-list';
import { say } from './messages';
import { SecretPanel } from './secret-panel';

type Props = { apiKey: ApiKey; onClose: () => void };
type Values = { expiresOn: string; overlapHours: string };

const overlaps = ['0', '1', '24', '72', '168'] as const;

/** A new secret for a key; the old one goes on for as long as chosen. Loaded when it is first opened. */
export default function RotateDialog({ apiKey, onClose }: Props) {
  const [secret, setSecret] = useState<string>();
  const title = secret ? say('rotated') : say('rotateTitle', { name: apiKey.name });
  return (
    <Dialog open title={title} onClose={onClose}>
      {secret ? (
        <SecretPanel secret={secret} onDone={onClose} />
      ) : (
        <RotateForm apiKey={apiKey} onIssued={(issued) => setSecret(issued.secret)} />
      )}
    </Dialog>
  );
}

function RotateForm({ apiKey, onIssued }: { apiKey: ApiKey; onIssued: (issued: IssuedKey) => void }) {
  const days = Math.round((Date.parse(apiKey.expiresOn) - Date.parse(apiKey.issuedAt)) / 86_400_000);
  const form = useForm<Values>({ defaultValues: { expiresOn: inDays(Math.max(1, days)), overlapHours: '24' } });
  const save = useSave<object, IssuedKey>(`api-keys/${apiKey.id}/rotate`, { refresh: ['api-keys'], onSaved: onIssued });
  return (
    <>
      <p>{say('rotateText')}</p>
      <Form
        form={form}
        onSubmit={({ expiresOn, overlapHours }) => save.save({ expiresOn, overlapHours: Number(overlapHours) })}
        submitLabel={say('rotate')}
      >
        <SelectField
          name="overlapHours"
          label={say('overlap')}
          choices={overlaps.map((hours) => ({ value: hours, label: say(`overlap${hours}`) }))}
        />
        <DateField name="expiresOn" label={say('expires')} rules={{ required: say('required') }} />
      </Form>
    </>
  );
}
