import { useForm } from 'react-hook-form';
import { Form, Panel, SelectField, SwitchField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { say as sayLdap } from './ldap-messages';
import { say } from './messages';
import { directories, presets, type DirectoryPreset, type Preset } from './presets';
import { NextStep, useStepSave, type StepProps } from './step';

type Values = {
  name: string;
  preset: Preset | DirectoryPreset;
  buttonLabel: string;
  buttonShown: boolean;
  position: number;
};

/** Which provider it is, and how it looks on the sign-in page. */
export function ProviderStep({ connection, etag }: StepProps) {
  const { kind, name, buttonLabel, buttonShown, position, oidc, ldap } = connection;
  const chosen = oidc?.preset ?? ldap?.preset;
  const form = useForm<Values>({
    defaultValues: { name, preset: chosen ?? 'generic', buttonLabel: buttonLabel ?? '', buttonShown, position },
  });
  const save = useStepSave({ connection, etag });
  const handleSubmit = ({ preset, buttonLabel: words, ...rest }: Values) =>
    save.save({
      ...rest,
      buttonLabel: words || null,
      ...(!chosen || preset === chosen ? {} : { [kind]: { preset } }),
    });
  return (
    <Panel>
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')}>
        <TextField name="name" label={say('name')} rules={{ required: say('required') }} />
        {chosen && (
          <SelectField
            name="preset"
            label={say('provider')}
            choices={(kind === 'ldap' ? directories : presets).map((one) => ({ value: one.preset, label: one.label }))}
          />
        )}
        {kind !== 'ldap' && (
          <TextField name="buttonLabel" label={say('buttonLabel')} help={say('buttonLabelHelp')} required={false} />
        )}
        <TextField
          name="position"
          label={kind === 'ldap' ? sayLdap('position') : say('position')}
          help={kind === 'ldap' ? sayLdap('positionHelp') : say('positionHelp')}
          inputMode="numeric"
          rules={{ valueAsNumber: true, required: say('required') }}
        />
        {kind !== 'ldap' && <SwitchField name="buttonShown" label={say('buttonShown')} />}
        <ConflictDialog save={save} />
      </Form>
      <NextStep tab="exchange" />
    </Panel>
  );
}
