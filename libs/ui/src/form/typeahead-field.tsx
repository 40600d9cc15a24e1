import { useEffect, useState } from 'react';
import { Controller } from 'react-hook-form';
import { IconButton } from '../button';
import { kit } from '../kit-messages';
import { useCombobox } from './combobox';
import type { Choice } from './controls';
import { Field, type ControlAttributes, type FieldProps } from './field';

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

type BoxProps = {
  attributes?: ControlAttributes & { 'aria-label'?: string };
  search: (text: string) => Promise<readonly Choice[]>;
  initialLabel?: string;
  onChange: (value: string | null, choice?: Choice) => void;
};

/** The text box and list of `TypeaheadField`, for use outside a form. */
export function TypeaheadBox({ attributes, search, initialLabel = '', onChange }: BoxProps) {
  const [text, setText] = useState(initialLabel);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const box = useCombobox(choices.length, (place) => pick(choices[place]));
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      void search(text).then((found) => stale || setChoices(found));
    }, 150);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, search]);
  function pick(choice: Choice | undefined) {
    setText(choice?.label ?? '');
    onChange(choice?.value ?? null, choice);
    box.setOpen(false);
  }
  function handleType(value: string) {
    setText(value);
    box.setOpen(true);
    box.setActive(0);
  }
  return (
    <div className="st-combobox">
      <input
        {...attributes}
        {...box.input}
        className="form-control"
        value={text}
        onChange={(event) => handleType(event.target.value)}
        onFocus={() => box.setOpen(true)}
        onBlur={() => box.setOpen(false)}
        onKeyDown={box.handleKeyDown}
      />
      {text && <IconButton icon="x-lg" label={kit('clear')} size="sm" onClick={() => pick(undefined)} />}
      <ul id={box.listId} role="listbox" aria-label={kit('choices')} hidden={!box.open} className="st-listbox">
        {choices.map((choice, place) => (
          <li key={choice.value} {...box.option(place)}>
            {choice.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
