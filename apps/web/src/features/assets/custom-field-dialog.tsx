import { useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Dialog, Form, SelectField, SwitchField, TextAreaField, TextField } from '@st0r/ui';
import { assetTypeLabel, assetTypes } from '../../shared/asset-types';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useOrg } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { changesOf, type CustomField } from './asset-values';
import { ClientPicker } from './client-picker';
import { CustomFieldPreview } from './custom-field-preview';
import { bodyOf, keyOf, valuesOf, type FieldValues } from './custom-field-values';
import { kindChoices, say } from './custom-field-words';

type DialogProps = { field: CustomField | undefined; position: number; onClose: () => void };

/** Defines a field, beside what people will see. Loaded when it is first opened. */
export default function CustomFieldDialog({ field, position, onClose }: DialogProps) {
  const org = useOrg();
  const [chosen, setChosen] = useState('');
  const organisationId = field?.organisationId ?? org?.id ?? chosen;
  const [initial] = useState(() => valuesOf(field, position));
  const form = useForm<FieldValues>({ defaultValues: initial });
  const save = useSave<object>(field ? `custom-fields/${field.id}` : 'custom-fields', {
    method: field ? 'patch' : 'post',
    etag: field && `"v${field.version}"`,
    refresh: ['custom-fields'],
    onSaved: onClose,
  });
  function handleSubmit(values: FieldValues) {
    const body = bodyOf(values);
    if (!field) return save.save({ organisationId, ...body });
    const { slug: _, type: __, ...changes } = changesOf(body, bodyOf(initial));
    return save.save(changes);
  }
  const ready = organisationId !== '';
  return (
    <Dialog open size="xl" title={field ? field.label : say('add')} onClose={onClose}>
      {!field && !org && (
        <ClientPicker label={say('chooseClient')} permission="org.update" value={chosen} onChange={setChosen} />
      )}
      {ready && (
        <div className="as-columns">
          <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')} onCancel={onClose}>
            <Definition form={form} fixed={field !== undefined} />
            <ConflictDialog save={save} />
          </Form>
          <CustomFieldPreview definition={previewOf(form.watch())} organisationId={organisationId} />
        </div>
      )}
    </Dialog>
  );
}

function previewOf(values: FieldValues) {
  return { ...bodyOf(values), label: values.label || say('previewLabel'), slug: values.slug || 'preview' };
}

function Definition({ form, fixed }: { form: UseFormReturn<FieldValues>; fixed: boolean }) {
  const type = form.watch('type');
  const types = assetTypes.map((code) => ({ value: code, label: assetTypeLabel(code) }));
  const plain = type === 'text' || type === 'textarea';
  const limited = plain || type === 'number' || type === 'decimal' || type === 'date' || type === 'datetime';
  const needed = { required: say('requiredText') };
  // A key follows the label until somebody writes one.
  const naming = {
    ...needed,
    onChange: () => {
      if (!fixed && !form.formState.dirtyFields.slug) form.setValue('slug', keyOf(form.getValues('label')));
    },
  };
  return (
    <>
      <TextField name="label" label={say('label')} rules={naming} autoFocus />
      <TextField
        name="slug"
        label={say('slug')}
        help={fixed ? say('slugFixed') : say('slugHelp')}
        rules={needed}
        readOnly={fixed}
      />
      {!fixed && <SelectField name="type" label={say('type')} choices={kindChoices} />}
      {type === 'dropdown' && <TextAreaField name="options" label={say('options')} help={say('optionsHelp')} />}
      {type === 'relation' && <SelectField name="relatesTo" label={say('relatesTo')} choices={targets} />}
      {type === 'text' && (
        <TextField name="pattern" label={say('pattern')} help={say('patternHelp')} required={false} />
      )}
      {limited && (
        <>
          <TextField name="min" label={say('atLeast')} help={say('limitsHelp')} required={false} />
          <TextField name="max" label={say('atMost')} required={false} />
        </>
      )}
      <SelectField name="assetType" label={say('appliesTo')} choices={types} empty={say('every')} />
      <TextField name="help" label={say('help')} required={false} />
      <TextField name="position" label={say('position')} inputMode="numeric" required={false} />
      <SwitchField name="required" label={say('required')} />
    </>
  );
}

const targets: { value: Api<'CustomFieldTarget'>; label: string }[] = [
  { value: 'asset', label: 'Asset' },
  { value: 'contact', label: 'Contact' },
  { value: 'site', label: 'Site' },
  { value: 'credential', label: 'Credential' },
];
