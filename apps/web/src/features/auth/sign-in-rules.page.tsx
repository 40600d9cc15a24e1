import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { ErrorState, Forbidden, Form, PageHead, SelectField, showToast, Skeleton, TextField } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { say } from './admin-messages';

type Rules = Api<'SignInRules'>;
const path = 'settings/sign-in';

/** Session limits and who needs a second factor. */
export function Component() {
  const { platformAdmin } = useMe();
  const { record, status, error, retry } = useRecord<Rules>(path, { enabled: platformAdmin });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('signIn')} />
      <p className="st-quiet">{say('signInText')}</p>
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {status === 'loading' && <Skeleton />}
      {record && <RulesForm rules={record} />}
    </>
  );
}

function RulesForm({ rules }: { rules: Rules }) {
  const form = useForm<Rules>({ values: rules });
  const save = useSave<Rules>(path, {
    method: 'patch',
    refresh: [path],
    onSaved: () => showToast({ text: say('saved'), tone: 'success' }),
  });
  const whole = (min: number, max: number, help: string) => ({
    valueAsNumber: true,
    validate: (value: number) => (Number.isInteger(value) && value >= min && value <= max) || help,
  });
  return (
    <Form form={form} onSubmit={save.save} submitLabel={say('save')}>
      <TextField
        name="idleMinutes"
        inputMode="numeric"
        label={say('idle')}
        help={say('idleHelp')}
        rules={whole(5, 120, say('idleHelp'))}
      />
      <TextField
        name="absoluteHours"
        inputMode="numeric"
        label={say('absolute')}
        help={say('absoluteHelp')}
        rules={whole(1, 24, say('absoluteHelp'))}
      />
      <TextField
        name="accessMinutes"
        inputMode="numeric"
        label={say('access')}
        help={say('accessHelp')}
        rules={whole(1, 15, say('accessHelp'))}
      />
      <TextField
        name="automationMinutes"
        inputMode="numeric"
        label={say('automation')}
        help={say('automationHelp')}
        rules={whole(1, 60, say('automationHelp'))}
      />
      <TextField
        name="keyDays"
        inputMode="numeric"
        label={say('keyDays')}
        help={say('keyDaysHelp')}
        rules={whole(1, 365, say('keyDaysHelp'))}
      />
      <SelectField
        name="requireMfa"
        label={say('mfaEveryone')}
        help={say('mfaHelp')}
        choices={[
          { value: 'everyone', label: say('everyone') },
          { value: 'listed', label: say('listed') },
        ]}
      />
      <SelectField
        name="requirePasskey"
        label={say('passkeyRule')}
        help={say('passkeyHelp')}
        choices={[
          { value: 'nobody', label: say('passkeyNobody') },
          { value: 'administrators', label: say('passkeyAdmins') },
        ]}
      />
    </Form>
  );
}
