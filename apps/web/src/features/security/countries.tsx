import { useForm } from 'react-hook-form';
import { ErrorState, Form, Notice, Panel, SelectField, showToast, Skeleton } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { CountryTable } from './country-table';
import { say } from './messages';
import { COUNTRIES, COUNTRY_RULES, type CountryRules } from './security.api';

type Values = Pick<CountryRules, 'mode' | 'countries' | 'unknown'>;

/** From which countries people may sign in and administer. */
export default function Countries() {
  const { record, status, error, retry } = useRecord<CountryRules>(COUNTRY_RULES);
  return (
    <Panel title={say('countries')}>
      <p className="st-quiet">{say('countriesText')}</p>
      {status === 'loading' && <Skeleton lines={4} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record && <Rules rules={record} />}
    </Panel>
  );
}

function Rules({ rules }: { rules: CountryRules }) {
  const { mode, countries, unknown } = rules;
  const form = useForm<Values>({ values: { mode, countries, unknown } });
  const save = useSave<Values>(COUNTRY_RULES, {
    method: 'patch',
    refresh: [COUNTRY_RULES, COUNTRIES],
    onSaved: () => showToast({ text: say('countriesSaved'), tone: 'success' }),
  });
  const chosen = form.watch('countries');
  function handleToggle(code: string) {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    form.setValue('countries', next, { shouldDirty: true });
  }
  return (
    <>
      {rules.warning && <Notice tone="warning">{rules.warning}</Notice>}
      <Form form={form} onSubmit={(values) => save.save(values)} submitLabel={say('save')}>
        <SelectField
          name="mode"
          label={say('mode')}
          help={say('countriesHelp')}
          choices={[
            { value: 'off', label: say('off') },
            { value: 'allow', label: say('allowMode') },
            { value: 'block', label: say('block') },
          ]}
        />
        <SelectField
          name="unknown"
          label={say('unknownPolicy')}
          choices={[
            { value: 'deny', label: say('unknownDeny') },
            { value: 'allow', label: say('unknownAllow') },
          ]}
        />
        <CountryTable chosen={chosen} onToggle={handleToggle} />
      </Form>
    </>
  );
}
