import { useId } from 'react';
import type { ControlAttributes } from './field';

type SwitchProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  attributes?: ControlAttributes;
};

/** A switch with its words, outside or inside a form. */
export function Switch({ label, checked, onChange, attributes }: SwitchProps) {
  const own = useId();
  const id = attributes?.id ?? own;
  return (
    <div className="form-check form-switch">
      <input
        {...attributes}
        id={id}
        type="checkbox"
        role="switch"
        className="form-check-input"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className="form-check-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}
