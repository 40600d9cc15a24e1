import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { IconButton, Panel, TextField } from '@st0r/ui';
import { say, weekdays } from './messages';

/** Stretches of a day by weekday; a missing day is closed. */
export type OpeningHours = Partial<Record<string, { from: string; to: string }[]>>;

/** The opening hours of a site as they came; free JSON for the contract, checked by the server. */
export function hoursOf(site: Api<'Site'> | undefined): OpeningHours {
  return (site?.openingHours ?? {}) as OpeningHours;
}

/** Opening hours without days that have none, or null when the site is never open. */
export function tidyHours(hours: OpeningHours): OpeningHours | null {
  const open = Object.entries(hours).filter(([, slots]) => slots && slots.length > 0);
  return open.length > 0 ? Object.fromEntries(open) : null;
}

/** Hours per weekday; each day may have several stretches. */
export function OpeningHoursFields() {
  return (
    <div className="mb-3">
      <Panel title={say('openingHours')}>
        <p className="st-quiet">{say('openingHoursHelp')}</p>
        {weekdays.map(([day, label]) => (
          <DayFields key={day} day={day} label={label} />
        ))}
      </Panel>
    </div>
  );
}

function DayFields({ day, label }: { day: string; label: string }) {
  const { control } = useFormContext<{ openingHours: Record<string, { from: string; to: string }[]> }>();
  const { fields, append, remove } = useFieldArray({ control, name: `openingHours.${day}` });
  return (
    <fieldset className="mb-2">
      <legend className="form-label">
        {label}{' '}
        <IconButton
          icon="plus-lg"
          size="sm"
          label={say('addSlot', { day: label })}
          onClick={() => append(fields.length === 0 ? { from: '09:00', to: '17:00' } : { from: '', to: '' })}
        />
        {fields.length === 0 && <span className="st-quiet">{say('closed')}</span>}
      </legend>
      {fields.map((field, at) => (
        <div key={field.id} className="st-line-fields mb-2">
          <TextField
            name={`openingHours.${day}.${at}.from`}
            type="time"
            label={say('from')}
            rules={{ required: say('required') }}
          />
          <TextField
            name={`openingHours.${day}.${at}.to`}
            type="time"
            label={say('to')}
            rules={{ required: say('required') }}
          />
          <IconButton icon="trash" label={say('removeSlot')} onClick={() => remove(at)} />
        </div>
      ))}
    </fieldset>
  );
}
