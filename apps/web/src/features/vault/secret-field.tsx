import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Button, Field, PasswordField } from '@st0r/ui';
import { FIELDS } from './credential-types';
import { Generator } from './generator';
import { say } from './messages';
import { StrengthMeter } from './strength-meter';
import { seedProblem } from './totp-seed';

type FieldProps = {
  field: string;
  /** A value is stored already; it is never read to be replaced. */
  stored: boolean;
};

/** A secret on its way in. What is stored stays unseen: typing replaces it, leaving it empty keeps it. */
export function SecretField({ field, stored }: FieldProps) {
  const { label, look } = FIELDS[field] ?? { label: field, look: 'secret' as const };
  const help = stored ? say('setBefore') : undefined;
  const name = `fields.${field}`;
  return (
    <div className="st-vault-field">
      {look === 'secretLines' && <LinesField name={name} label={label} help={help} />}
      {look === 'seed' && (
        <PasswordField
          name={name}
          label={label}
          required={false}
          help={stored ? `${say('setBefore')} ${say('totpHelp')}` : say('totpHelp')}
          rules={{ validate: (value: unknown) => seedProblem(String(value ?? '')) ?? true }}
        />
      )}
      {look === 'secret' && (
        <PasswordField name={name} label={label} help={help} required={false} autoComplete="new-password" />
      )}
      {field === 'password' && <PasswordTools />}
      {stored && <ClearBox field={field} label={label} />}
    </div>
  );
}

function LinesField({ name, label, help }: { name: string; label: string; help: string | undefined }) {
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} help={help} required={false}>
      {(attributes) => (
        <textarea
          {...attributes}
          {...register(name)}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          className="form-control st-secret"
        />
      )}
    </Field>
  );
}

function PasswordTools() {
  const { setValue } = useFormContext();
  const [password, name, username] = useWatch({ name: ['fields.password', 'name', 'fields.username'] }) as string[];
  const [open, setOpen] = useState(false);
  function handleUse(value: string) {
    setValue('fields.password', value, { shouldDirty: true });
    setOpen(false);
  }
  return (
    <div className="st-vault-tools">
      <StrengthMeter password={password ?? ''} context={[name ?? '', username ?? '']} />
      <Button size="sm" icon="shuffle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('generate')}
      </Button>
      {open && <Generator onUse={handleUse} />}
    </div>
  );
}

function ClearBox({ field, label }: { field: string; label: string }) {
  const { register } = useFormContext();
  return (
    <label className="form-check">
      <input
        type="checkbox"
        className="form-check-input"
        aria-label={`${label}: ${say('clear')}`}
        {...register(`clear.${field}`)}
      />
      <span className="form-check-label">{say('clear')}</span>
    </label>
  );
}
