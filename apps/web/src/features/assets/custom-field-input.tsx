import { useMemo } from 'react';
import { DateField, SelectField, SwitchField, TextAreaField, TextField, TypeaheadField } from '@st0r/ui';
import { searchChoices } from '../../shared/search-choices';
import type { CustomField } from './asset-values';
import { say } from './messages';

type Shown = Pick<CustomField, 'slug' | 'label' | 'type'> &
  Partial<Pick<CustomField, 'help' | 'required' | 'options' | 'relatesTo' | 'organisationId'>>;
type InputType = 'text' | 'url' | 'email' | 'tel' | 'number' | 'datetime-local';

const inputTypes: Partial<Record<CustomField['type'], InputType>> = { url: 'url', email: 'email', phone: 'tel' };

/** The control of one custom field, as its definition asks for it. */
export function CustomFieldInput({ field }: { field: Shown }) {
  const { type } = field;
  const shared = {
    name: `customFields.${field.slug}`,
    label: field.label,
    help: field.help ?? undefined,
    required: field.required ? undefined : false,
    rules: field.required && type !== 'checkbox' ? { required: say('required') } : undefined,
  };
  if (type === 'textarea') return <TextAreaField {...shared} rows={3} />;
  if (type === 'date') return <DateField {...shared} />;
  if (type === 'checkbox') return <SwitchField {...shared} />;
  if (type === 'dropdown')
    return (
      <SelectField
        {...shared}
        empty="–"
        choices={(field.options ?? []).map((option) => ({ value: option, label: option }))}
      />
    );
  if (type === 'relation') return <RelationInput field={field} shared={shared} />;
  const decimal = type === 'number' || type === 'decimal';
  return (
    <TextField
      {...shared}
      type={inputTypes[type] ?? 'text'}
      inputMode={decimal ? 'decimal' : undefined}
      placeholder={type === 'datetime' ? '2026-12-01T10:00:00Z' : undefined}
    />
  );
}

type Shared = Pick<Parameters<typeof TypeaheadField>[0], 'name' | 'label' | 'help' | 'required' | 'rules'>;

function RelationInput({ field, shared }: { field: Shown; shared: Shared }) {
  const plural = `${field.relatesTo ?? 'asset'}s`;
  const search = useMemo(() => searchChoices(plural, { org: field.organisationId }), [plural, field.organisationId]);
  return <TypeaheadField {...shared} search={search} />;
}
