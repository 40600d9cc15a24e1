import { Controller } from 'react-hook-form';
import type { Choice } from './controls';
import { Field, type FieldProps } from './field';
import { TypeaheadBox } from './typeahead-box';

type TypeaheadProps = FieldProps & {
  /** Finds choices for what was typed; called 150 ms after the last key. */
  search: (text: string) => Promise<readonly Choice[]>;
  /** The words of the value the form starts with. */
  initialLabel?: string;
};

/** One of many, found by typing; the form holds the chosen value or null. */
export function TypeaheadField({ search, initialLabel, ...field }: TypeaheadProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <Controller
          name={field.name}
          rules={field.rules}
          render={({ field: { value, onChange } }) => (
            <TypeaheadBox
              attributes={attributes}
              search={search}
              initialLabel={value ? initialLabel : ''}
              onChange={onChange}
            />
          )}
        />
      )}
    </Field>
  );
}
