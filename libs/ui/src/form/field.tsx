import { useId, type ReactNode } from 'react';
import { get, useFormContext, type RegisterOptions } from 'react-hook-form';
import { kit } from '../kit-messages';

/** What every control of the kit takes. `name` is the path in the form's values. */
export type FieldProps = {
  name: string;
  label: string;
  help?: ReactNode;
  required?: boolean;
  /** react-hook-form rules; the server stays the judge. */
  rules?: RegisterOptions;
};

/** Attributes that tie a control to its label, help and error. */
export type ControlAttributes = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean | undefined;
};

type FieldShell = Omit<FieldProps, 'rules'> & {
  children: (attributes: ControlAttributes) => ReactNode;
  bare?: boolean;
};

/** Label, control, help and error of one field. `bare` leaves the label to the control (check boxes). */
export function Field({ name, label, help, required, bare, children }: FieldShell) {
  const id = useId();
  const { formState } = useFormContext();
  const error = get(formState.errors, name) as { message?: string } | undefined;
  const notes = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const attributes = {
    id,
    'aria-describedby': notes || undefined,
    'aria-invalid': Boolean(error),
    'aria-required': required || undefined,
  };
  return (
    <div className="st-field">
      {!bare && (
        <label htmlFor={id} className="form-label">
          {label}
          {required === false && <span className="st-optional"> {kit('optional')}</span>}
        </label>
      )}
      {children(attributes)}
      {help && (
        <div id={`${id}-help`} className="form-text">
          {help}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="st-field-error">
          {error.message}
        </div>
      )}
    </div>
  );
}
