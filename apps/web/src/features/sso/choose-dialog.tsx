import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Dialog, Form, SelectField, TextField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { directories, presets, type DirectoryPreset, type Preset } from './presets';
import { PATH, type Connection } from './sso.api';

type Choice = Preset | DirectoryPreset | 'saml';
type Values = { preset: Choice; name: string };
type Kind =
  { kind: 'oidc'; oidc: { preset: Preset } } | { kind: 'ldap'; ldap: { preset: DirectoryPreset } } | { kind: 'saml' };
type Body = { name: string; jit: boolean } & Kind;

/** The first step: which provider, and what to call it. The draft lets nobody in. Loaded when it is first opened. */
export default function ChooseDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open title={say('chooseProvider')} onClose={onClose}>
      <ChooseForm onClose={onClose} />
    </Dialog>
  );
}

function ChooseForm({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const form = useForm<Values>({ defaultValues: { preset: 'entra', name: '' } });
  const save = useSave<Body, Connection>(PATH, {
    refresh: [PATH],
    onSaved: ({ id }) => navigate(`/admin/sso/${id}?tab=exchange`),
  });
  function handleSubmit({ preset, name }: Values) {
    const label = [...presets, ...directories].find((one) => one.preset === preset)?.label ?? 'SAML';
    return save.save({ name: name.trim() || label, jit: false, ...kindOf(preset) });
  }
  const choices = [
    ...presets.map(({ preset, label }) => ({ value: preset as string, label })),
    { value: 'saml', label: say('saml') },
    ...directories.map(({ preset, label }) => ({ value: preset as string, label })),
  ];
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('next')} onCancel={onClose}>
      <SelectField name="preset" label={say('provider')} choices={choices} />
      <TextField name="name" label={say('name')} help={say('nameHelp')} required={false} />
    </Form>
  );
}

function kindOf(preset: Choice): Kind {
  if (preset === 'saml') return { kind: 'saml' };
  const directory = directories.find((one) => one.preset === preset);
  return directory
    ? { kind: 'ldap', ldap: { preset: directory.preset } }
    : { kind: 'oidc', oidc: { preset: preset as Preset } };
}
