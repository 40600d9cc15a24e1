import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Form, SelectField, TextAreaField, TextField } from '@st0r/ui';
import { say, siteStatusChoices, siteTypeChoices } from './messages';
import { hoursOf, OpeningHoursFields, tidyHours, type OpeningHours } from './opening-hours';

type Site = Api<'Site'>;
const texts = [
  'name',
  'type',
  'status',
  'street',
  'street2',
  'postalCode',
  'city',
  'state',
  'country',
  'timeZone',
  'phone',
  'notes',
] as const;
type Values = Record<(typeof texts)[number] | 'latitude' | 'longitude', string> & { openingHours: OpeningHours };
/** What a person may write about a site. */
export type SiteValues = Record<string, unknown>;

type Props = {
  site?: Site;
  onSave: (values: SiteValues) => Promise<unknown>;
  onCancel: () => void;
  children?: ReactNode;
};

/** The form of a site: what it is, where it is, when it is open. */
export function SiteForm({ site, onSave, onCancel, children }: Props) {
  const form = useForm<Values>({ defaultValues: startOf(site) });
  const line = (name: (typeof texts)[number], label: string, help?: string) => (
    <TextField name={name} label={label} help={help} required={false} />
  );
  return (
    <Form form={form} onSubmit={(values) => onSave(toBody(values))} submitLabel={say('save')} onCancel={onCancel}>
      <TextField name="name" label={say('name')} autoFocus={!site} rules={{ required: say('required') }} />
      <div className="st-columns">
        <SelectField name="type" label={say('type')} choices={siteTypeChoices} />
        <SelectField name="status" label={say('status')} choices={siteStatusChoices} />
        {line('street', say('street'))}
        {line('street2', say('street2'))}
        {line('postalCode', say('postalCode'))}
        {line('city', say('city'))}
        {line('state', say('state'))}
        {line('country', say('country'), say('countryHelp'))}
        {line('phone', say('phone'))}
        {line('timeZone', say('timeZone'), say('timeZoneHelp'))}
        <TextField name="latitude" inputMode="decimal" label={say('latitude')} required={false} />
        <TextField name="longitude" inputMode="decimal" label={say('longitude')} required={false} />
      </div>
      <OpeningHoursFields />
      <TextAreaField name="notes" label={say('notes')} required={false} />
      {children}
    </Form>
  );
}

function startOf(site: Site | undefined): Values {
  const known = Object.fromEntries(texts.map((key) => [key, site?.[key] ?? ''])) as Record<
    (typeof texts)[number],
    string
  >;
  return {
    ...known,
    type: site?.type ?? 'office',
    status: site?.status ?? 'active',
    latitude: site?.latitude?.toString() ?? '',
    longitude: site?.longitude?.toString() ?? '',
    openingHours: hoursOf(site),
  };
}

function toBody({ latitude, longitude, openingHours, country, ...values }: Values): SiteValues {
  const written = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim() || null]));
  return {
    ...written,
    country: country.trim().toUpperCase() || null,
    latitude: numberOf(latitude),
    longitude: numberOf(longitude),
    openingHours: tidyHours(openingHours),
  };
}

/** A number, or the text itself, so that the server says under the field what is wrong with it. */
function numberOf(text: string): number | string | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  return Number.isNaN(Number(trimmed)) ? text : Number(trimmed);
}
