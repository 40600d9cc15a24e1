import { useState, type ComponentProps, type ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { IconButton } from '../button';
import { kit } from '../kit-messages';
import { Field, type ControlAttributes, type FieldProps } from './field';
import { Switch } from './switch';

/** A choice: the stored value and the words shown. */
export type Choice = { value: string; label: string };

const look = (attributes: ControlAttributes) => `form-control${attributes['aria-invalid'] ? ' is-invalid' : ''}`;

type TextProps = FieldProps &
  Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'placeholder' | 'autoFocus' | 'readOnly'>;

/** One line of text; `type` may be email, tel, url, number or password. */
export function TextField({ name, label, help, required, rules, ...input }: TextProps) {
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} help={help} required={required}>
      {(attributes) => <input {...input} {...attributes} {...register(name, rules)} className={look(attributes)} />}
    </Field>
  );
}

/** A secret typed by a person, with a button that shows it. */
export function PasswordField({ name, label, help, required, rules, autoComplete = 'off' }: TextProps) {
  const { register } = useFormContext();
  const [shown, setShown] = useState(false);
  return (
    <Field name={name} label={label} help={help} required={required}>
      {(attributes) => (
        <div className="st-input-with-button">
          <input
            {...attributes}
            {...register(name, rules)}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            spellCheck={false}
            className={`${look(attributes)}${shown ? ' st-secret' : ''}`}
          />
          <IconButton
            icon={shown ? 'eye-slash' : 'eye'}
            label={shown ? kit('hide') : kit('show')}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField({ name, label, help, required, rules, rows = 4 }: FieldProps & { rows?: number }) {
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} help={help} required={required}>
      {(attributes) => <textarea {...attributes} {...register(name, rules)} rows={rows} className={look(attributes)} />}
    </Field>
  );
}

/** A calendar day, `YYYY-MM-DD`; an empty box is stored as null. */
export function DateField({ name, label, help, required, rules }: FieldProps) {
  const { register } = useFormContext();
  const empty = { setValueAs: (value: unknown) => (value === '' ? null : value) };
  return (
    <Field name={name} label={label} help={help} required={required}>
      {(attributes) => (
        <input
          type="date"
          {...attributes}
          {...register(name, { ...rules, ...empty } as typeof rules)}
          className={look(attributes)}
        />
      )}
    </Field>
  );
}

/** One of a short list; `empty` adds a first line for "none". */
export function SelectField(props: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { register } = useFormContext();
  return (
    <Field {...props}>
      {(attributes) => (
        <select {...attributes} {...register(props.name, props.rules)} className="form-select">
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no, at once visible. */
export function SwitchField({ name, label, help }: FieldProps) {
  return (
    <Field name={name} label={label} help={help} bare>
      {(attributes) => (
        <Controller
          name={name}
          render={({ field }) => (
            <Switch label={label} checked={Boolean(field.value)} onChange={field.onChange} attributes={attributes} />
          )}
        />
      )}
    </Field>
  );
}

/** Any of a short list, as check boxes; the value is an array of the chosen values. */
export function MultiField({ name, label, help, choices }: FieldProps & { choices: readonly Choice[] }) {
  const chosen = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
  const toggled = (list: string[], value: string) =>
    list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
  return (
    <Field name={name} label={label} help={help} bare>
      {(attributes) => (
        <fieldset aria-describedby={attributes['aria-describedby']}>
          <legend className="form-label">{label}</legend>
          <Controller
            name={name}
            render={({ field }) => (
              <CheckRow>
                {choices.map((choice) => (
                  <label key={choice.value} className="form-check">
                    <input
                      type="checkbox"
                      className="form-check-input"
                      checked={chosen(field.value).includes(choice.value)}
                      onChange={() => field.onChange(toggled(chosen(field.value), choice.value))}
                    />
                    <span className="form-check-label">{choice.label}</span>
                  </label>
                ))}
              </CheckRow>
            )}
          />
        </fieldset>
      )}
    </Field>
  );
}

function CheckRow({ children }: { children: ReactNode }) {
  return <div className="st-check-row">{children}</div>;
}
