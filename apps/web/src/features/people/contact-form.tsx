import { useMemo, type ReactNode } from 'react';
import { useFieldArray, useForm, useFormContext } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import {
  Button,
  Form,
  IconButton,
  Panel,
  SelectField,
  SwitchField,
  TextAreaField,
  TextField,
  TypeaheadField,
} from '@st0r/ui';
import { searchChoices } from '../../shared/search-choices';
import { phoneKindChoices, say } from './messages';

type Contact = Api<'Contact'>;
type Phone = { kind: string; number: string; extension: string };
const texts = ['name', 'firstName', 'lastName', 'title', 'department', 'email', 'notes'] as const;
type Values = Record<(typeof texts)[number] | 'otherEmails' | 'tags', string> & {
  phones: Phone[];
  primary: boolean;
  billing: boolean;
  technical: boolean;
  siteId: string | null;
};
/** What a person may write about a contact. */
export type ContactValues = Record<string, unknown>;

type Props = {
  contact?: Contact;
  org: string | undefined;
  onSave: (values: ContactValues) => Promise<unknown>;
  onCancel: () => void;
  children?: ReactNode;
};

/** The form of a person: names, ways to reach them, what they are asked about. */
export function ContactForm({ contact, org, onSave, onCancel, children }: Props) {
  const form = useForm<Values>({ defaultValues: startOf(contact) });
  const search = useMemo(() => searchChoices('sites', { org }), [org]);
  return (
    <Form form={form} onSubmit={(values) => onSave(toBody(values))} submitLabel={say('save')} onCancel={onCancel}>
      <div className="st-columns">
        <TextField name="firstName" label={say('firstName')} required={false} autoFocus={!contact} />
        <TextField name="lastName" label={say('lastName')} required={false} />
      </div>
      <TextField name="name" label={say('name')} help={say('nameHelp')} required={false} rules={{ validate: named }} />
      <div className="st-columns">
        <TextField name="title" label={say('title')} required={false} />
        <TextField name="department" label={say('department')} required={false} />
        <TextField name="email" type="email" label={say('email')} required={false} />
        <TextField name="otherEmails" label={say('otherEmails')} help={say('otherEmailsHelp')} required={false} />
      </div>
      <PhoneFields />
      <TypeaheadField
        name="siteId"
        label={say('site')}
        required={false}
        search={search}
        initialLabel={contact?.site?.name}
      />
      <SwitchField name="primary" label={say('primary')} help={say('primaryHelp')} />
      <SwitchField name="billing" label={say('billing')} help={say('billingHelp')} />
      <SwitchField name="technical" label={say('technical')} help={say('technicalHelp')} />
      <TextField name="tags" label={say('tags')} help={say('tagsHelp')} required={false} />
      <TextAreaField name="notes" label={say('notes')} required={false} />
      {children}
    </Form>
  );
}

const named = (_: unknown, values: Record<string, unknown>) =>
  [values['name'], values['firstName'], values['lastName']].some((each) => String(each ?? '').trim() !== '') ||
  say('requiredName');

function PhoneFields() {
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'phones' });
  const add = (
    <Button size="sm" icon="plus-lg" onClick={() => append({ kind: 'work', number: '', extension: '' })}>
      {say('addPhone')}
    </Button>
  );
  return (
    <div className="mb-3">
      <Panel title={say('phones')} actions={add}>
        {fields.map((field, at) => (
          <div key={field.id} className="st-line-fields mb-2">
            <SelectField name={`phones.${at}.kind`} label={say('phoneKind')} choices={phoneKindChoices} />
            <TextField
              name={`phones.${at}.number`}
              type="tel"
              label={say('number')}
              rules={{ required: say('required') }}
            />
            <TextField name={`phones.${at}.extension`} label={say('extension')} required={false} />
            <IconButton icon="trash" label={say('removeNumber', { n: at + 1 })} onClick={() => remove(at)} />
          </div>
        ))}
      </Panel>
    </div>
  );
}

function startOf(contact: Contact | undefined): Values {
  const known = Object.fromEntries(texts.map((key) => [key, contact?.[key] ?? ''])) as Record<
    (typeof texts)[number],
    string
  >;
  return {
    ...known,
    otherEmails: contact?.otherEmails?.join(', ') ?? '',
    tags: contact?.tags?.join(', ') ?? '',
    phones: contact?.phones.map(({ kind, number, extension }) => ({ kind, number, extension: extension ?? '' })) ?? [],
    primary: contact?.primary ?? false,
    billing: contact?.billing ?? false,
    technical: contact?.technical ?? false,
    siteId: contact?.siteId ?? null,
  };
}

function toBody({ otherEmails, tags, phones, ...values }: Values): ContactValues {
  const written = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value.trim() || null : value]),
  );
  return {
    ...written,
    // An empty name is left out, because the server makes it from the two parts.
    name: values.name.trim() || undefined,
    otherEmails: listOf(otherEmails),
    tags: listOf(tags),
    phones: phones.map((phone) => ({ ...phone, extension: phone.extension.trim() || null })),
  };
}

function listOf(text: string): string[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 ? parts : null;
}
