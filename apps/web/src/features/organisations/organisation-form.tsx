import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Form, Panel, SelectField, TextAreaField, TextField } from '@st0r/ui';
import { kindChoices, say } from './messages';

type Client = Api<'Organisation'>;
/** What a person may write about a client. */
export type ClientValues = Partial<Record<TextKey | 'name' | 'slug' | 'type' | 'colour', string | null>> & {
  tags?: string[] | null;
};
type TextKey = (typeof texts)[number];
type Values = Record<TextKey | 'name' | 'slug' | 'type' | 'colour' | 'tags', string>;

const texts = [
  'legalName',
  'taxId',
  'street',
  'street2',
  'postalCode',
  'city',
  'state',
  'country',
  'phone',
  'email',
  'website',
  'readMeFirst',
] as const;

type Props = {
  client?: Client;
  onSave: (values: ClientValues) => Promise<unknown>;
  onCancel: () => void;
  children?: ReactNode;
};

/** The form of a client, new or known. */
export function OrganisationForm({ client, onSave, onCancel, children }: Props) {
  const form = useForm<Values>({ defaultValues: startOf(client) });
  return (
    <Form
      form={form}
      onSubmit={(values) => onSave(toBody(values))}
      submitLabel={say(client ? 'save' : 'add')}
      onCancel={onCancel}
    >
      <TextField name="name" label={say('name')} required autoFocus={!client} rules={{ required: say('required') }} />
      <div className="st-columns">
        <TextField name="slug" label={say('slug')} help={say('slugHelp')} required={false} />
        <SelectField name="type" label={say('type')} choices={kindChoices} />
      </div>
      <TextAreaField name="readMeFirst" label={say('readMe')} help={say('readMeHelp')} required={false} />
      {client && <TextField name="colour" type="color" label={say('colour')} help={say('colourHelp')} />}
      <TextField name="tags" label={say('tags')} help={say('tagsHelp')} required={false} />
      <Panel title={say('contact')}>
        <ContactFields />
      </Panel>
      {children}
    </Form>
  );
}

function ContactFields() {
  const line = (name: TextKey, label: string) => <TextField name={name} label={label} required={false} />;
  return (
    <>
      <div className="st-columns">
        {line('legalName', say('legalName'))}
        {line('taxId', say('taxId'))}
        {line('street', say('street'))}
        {line('street2', say('street2'))}
        {line('postalCode', say('postalCode'))}
        {line('city', say('city'))}
        {line('state', say('state'))}
        <TextField name="country" label={say('country')} help={say('countryHelp')} required={false} />
      </div>
      <div className="st-columns">
        <TextField name="phone" type="tel" label={say('phone')} required={false} />
        <TextField name="email" type="email" label={say('email')} required={false} />
        <TextField name="website" type="url" label={say('website')} required={false} />
      </div>
    </>
  );
}

function startOf(client: Client | undefined): Values {
  const known = Object.fromEntries(texts.map((key) => [key, client?.[key] ?? ''])) as Record<TextKey, string>;
  return {
    ...known,
    name: client?.name ?? '',
    slug: client?.slug ?? '',
    type: client?.type ?? 'fully_managed',
    colour: client?.colour ?? '',
    tags: client?.tags?.join(', ') ?? '',
  };
}

/** Empty boxes leave as null, so that a value can be taken away. */
function toBody({ tags, country, slug, colour, ...values }: Values): ClientValues {
  const written = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim() || null]));
  const listed = tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  return {
    ...written,
    country: country.trim().toUpperCase() || null,
    // Left out, the server makes a short name and picks a colour.
    ...(slug.trim() ? { slug: slug.trim() } : {}),
    ...(colour ? { colour } : {}),
    tags: listed.length > 0 ? listed : null,
  };
}
