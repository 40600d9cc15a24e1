import { useForm, useWatch, type Control } from 'react-hook-form';
import { DateField, Form, Notice, SelectField, TextAreaField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import { FIELDS, fieldsOf, holds, isSecret, labelOf, TYPES, type Credential } from './credential-types';
import { bodyOf, valuesFor, type CredentialBody, type CredentialValues } from './credential-values';
import { useFolders } from './folders';
import { LinkField } from './link-field';
import { say } from './messages';
import { SecretField } from './secret-field';

type FormProps = {
  organisation: { id: string; slug: string };
  credential?: Credential;
  etag?: string;
  folderId?: string;
  onDone: (id: string) => unknown;
  onCancel: () => void;
};

const types = Object.entries(TYPES).map(([value, { label }]) => ({ value, label }));

/** A credential on its way in: type, place, readable fields, and secrets that are written without being read. */
export function CredentialForm({ organisation, credential, etag, folderId, onDone, onCancel }: FormProps) {
  const form = useForm<CredentialValues>({ defaultValues: valuesFor(credential, folderId) });
  const folders = useFolders(organisation.slug);
  const save = useSave<CredentialBody, Credential>(credential ? `credentials/${credential.id}` : 'credentials', {
    method: credential ? 'patch' : 'post',
    etag,
    refresh: ['credentials', 'vault'],
    onSaved: (saved) => onDone(saved.id),
  });
  const places = folders.map(({ folder, depth }) => ({
    value: folder.id,
    label: '\u2003'.repeat(depth) + folder.name,
  }));
  const owner = credential ? {} : { organisationId: organisation.id };
  return (
    <Form
      form={form}
      submitLabel={say('save')}
      onCancel={onCancel}
      onSubmit={(values) => save.save({ ...bodyOf(values, credential), ...owner })}
    >
      {credential && credential.secrets.length > 0 && <Notice>{say('blind')}</Notice>}
      <div className="st-vault-pair">
        <TextField name="name" label={say('name')} autoFocus={!credential} rules={{ required: say('required') }} />
        <SelectField
          name="type"
          label={say('newType')}
          choices={types}
          help={credential ? say('typeHelp') : undefined}
        />
      </div>
      <TypeFields control={form.control} credential={credential} />
      <div className="st-vault-pair">
        <SelectField name="folderId" label={say('folder')} choices={places} empty={say('folderNone')} />
        <DateField name="expiresOn" label={say('expires')} required={false} />
      </div>
      {!credential && <PasswordAge control={form.control} />}
      <TextField name="tags" label={say('tags')} help={say('tagsHelp')} required={false} />
      <LinkField org={organisation.slug} />
      <ConflictDialog save={save} />
    </Form>
  );
}

/** What moves in from elsewhere keeps its age, so that the health page can say what is old. */
function PasswordAge({ control }: { control: Control<CredentialValues> }) {
  const type = useWatch({ control, name: 'type' });
  if (!fieldsOf(type).includes('password')) return null;
  return (
    <DateField
      name="passwordChangedOn"
      label={say('passwordChangedOn')}
      help={say('passwordChangedOnHelp')}
      required={false}
    />
  );
}

function TypeFields({ control, credential }: { control: Control<CredentialValues>; credential?: Credential }) {
  const type = useWatch({ control, name: 'type' });
  return fieldsOf(type).map((field) => {
    if (isSecret(field))
      return <SecretField key={field} field={field} stored={credential !== undefined && holds(credential, field)} />;
    const common = { name: `fields.${field}`, label: labelOf(field), required: false };
    return FIELDS[field]?.look === 'lines' ? (
      <TextAreaField key={field} {...common} />
    ) : (
      <TextField key={field} {...common} autoComplete="off" type={field === 'url' ? 'url' : 'text'} />
    );
  });
}
