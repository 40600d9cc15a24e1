import { useId } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { Button, Panel } from '@st0r/ui';
import type { Api } from '@st0r/api-client';
import { say } from './messages';

type PermissionText = Api<'PermissionText'>;
type PickerProps = {
  catalogue: readonly PermissionText[];
  /** What the person holds wherever the key is to work; the rest cannot be given. */
  held: ReadonlySet<string>;
};

/** Permissions a key may use, by group, each in a plain sentence. The field is called `scopes`. */
export function ScopePicker({ catalogue, held }: PickerProps) {
  const { watch, setValue, clearErrors, formState } = useFormContext<{ scopes: string[] }>();
  const chosen = watch('scopes');
  const error = get(formState.errors, 'scopes') as { message?: string } | undefined;
  const grantable = catalogue.filter((each) => each.grantable);
  function choose(next: readonly string[]) {
    clearErrors('scopes');
    const order = grantable.map(({ code }) => code).filter((code) => next.includes(code));
    setValue('scopes', order, { shouldDirty: true });
  }
  const toggle = (codes: readonly string[], on: boolean) =>
    choose(on ? [...chosen, ...codes] : chosen.filter((code) => !codes.includes(code)));
  const readable = grantable.map(({ code }) => code).filter((code) => code.endsWith('.read') && held.has(code));
  return (
    <div className="st-field mt-4">
      <div className="d-flex flex-wrap gap-2 align-items-baseline justify-content-between mb-2">
        <h2 className="mb-0">{say('mayDo')}</h2>
        <Button size="sm" onClick={() => choose(readable)}>
          {say('readOnly')}
        </Button>
      </div>
      <p className="form-text">{say('mayDoHelp')}</p>
      {error && <div className="st-field-error mb-2">{error.message}</div>}
      <div className="st-scopes">
        {[...Map.groupBy(grantable, ({ group }) => group)].map(([group, permissions]) => (
          <ScopeGroup key={group} {...{ group, permissions, chosen, held }} onToggle={toggle} />
        ))}
      </div>
      <p className="form-text mt-3">{say('never')}</p>
    </div>
  );
}

type GroupProps = Pick<PickerProps, 'held'> & {
  group: string;
  permissions: readonly PermissionText[];
  chosen: readonly string[];
  onToggle: (codes: readonly string[], on: boolean) => void;
};

function ScopeGroup({ group, permissions, chosen, held, onToggle }: GroupProps) {
  const own = permissions.map(({ code }) => code).filter((code) => held.has(code));
  const all = own.length > 0 && own.every((code) => chosen.includes(code));
  const whole = own.length > 1 && (
    <label className="form-check mb-0">
      <input type="checkbox" className="form-check-input" checked={all} onChange={() => onToggle(own, !all)} />
      <span className="form-check-label">
        <span className="visually-hidden">{say('allOf', { group })}</span>
      </span>
    </label>
  );
  return (
    <Panel title={group} actions={whole}>
      <fieldset>
        <legend className="visually-hidden">{group}</legend>
        {permissions.map((each) => (
          <ScopeBox
            key={each.code}
            permission={each}
            checked={chosen.includes(each.code)}
            held={held.has(each.code)}
            onToggle={(on) => onToggle([each.code], on)}
          />
        ))}
      </fieldset>
    </Panel>
  );
}

type BoxProps = { permission: PermissionText; checked: boolean; held: boolean; onToggle: (on: boolean) => void };

/** A scope one does not hold can be taken away, never given. */
function ScopeBox({ permission, checked, held, onToggle }: BoxProps) {
  const id = useId();
  return (
    <label className="form-check">
      <input
        type="checkbox"
        className="form-check-input"
        checked={checked}
        disabled={!held && !checked}
        aria-describedby={held ? undefined : id}
        onChange={() => onToggle(!checked)}
      />
      <span className="form-check-label">{permission.sentence}</span>
      {!held && (
        <span id={id} className="st-quiet d-block">
          {say('beyondOwn')}
        </span>
      )}
    </label>
  );
}
