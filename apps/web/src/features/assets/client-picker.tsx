import { useId } from 'react';
import { useMe } from '../../shared/session';

type ClientPickerProps = { label: string; permission: string; value: string; onChange: (id: string) => void };

/** Chooses a client in which the person may do something; its value is the id. */
export function ClientPicker({ label, permission, value, onChange }: ClientPickerProps) {
  const id = useId();
  const { organisations } = useMe();
  return (
    <div className="st-field as-picker-client">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="form-select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">–</option>
        {organisations
          .filter((each) => each.permissions.includes(permission))
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
      </select>
    </div>
  );
}
