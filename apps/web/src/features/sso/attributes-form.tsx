import { useForm } from 'react-hook-form';
import { Form, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { MeaningFields, meaningOf, words, type Meaning } from './meaning-fields';
import { say } from './messages';
import type { Connection } from './sso.api';
import { useStepSave, type StepProps } from './step';

type Values = Meaning & {
  emailAttribute: string;
  nameAttribute: string;
  groupsAttribute: string;
  mfaAcr: string;
};

/** What the attributes of a SAML provider mean here. */
export function AttributesForm({ connection, etag }: StepProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useStepSave({ connection, etag });
  const needed = { required: say('required') };
  const trusted = form.watch('mfaTrusted');
  return (
    <Form form={form} onSubmit={(values) => save.save(bodyOf(values))} submitLabel={say('save')}>
      <TextField name="emailAttribute" label={say('emailAttribute')} rules={needed} />
      <TextField name="nameAttribute" label={say('nameAttribute')} rules={needed} />
      <TextField
        name="groupsAttribute"
        label={say('groupsAttribute')}
        help={say('groupsAttributeHelp')}
        required={false}
      />
      <MeaningFields />
      {trusted && <TextField name="mfaAcr" label={say('mfaContext')} help={say('scopesHelp')} rules={needed} />}
      <ConflictDialog save={save} />
    </Form>
  );
}

const valuesOf = ({ saml, mfaAcr, ...connection }: Connection): Values => ({
  emailAttribute: saml?.emailAttribute ?? '',
  nameAttribute: saml?.nameAttribute ?? '',
  groupsAttribute: saml?.groupsAttribute ?? '',
  ...meaningOf(connection),
  mfaAcr: mfaAcr.join(' '),
});

const bodyOf = ({ jit, mfaTrusted, mfaAcr, domains, groupsAttribute, ...names }: Values) => ({
  jit,
  mfaTrusted,
  mfaAcr: words(mfaAcr),
  domains: words(domains),
  saml: { ...names, groupsAttribute: groupsAttribute || null },
});
