import { useMemo, useState } from 'react';
import { Dialog, Menu, TypeaheadBox, type Choice } from '@st0r/ui';
import { searchChoices } from '../../shared/search-choices';
import { useOrg } from '../../shared/session';
import { say } from './messages';

const narrowings = {
  site: [say('site'), 'sites'],
  contact: [say('contact'), 'contacts'],
  manufacturer: [say('manufacturer'), 'manufacturers'],
  model: [say('model'), 'models'],
} as const;

/** A field whose filter is an id that nobody can type. */
export type Narrowing = keyof typeof narrowings;

type NarrowMenuProps = {
  /** All of them unless told. */
  only?: readonly Narrowing[];
  onPick: (field: Narrowing, choice: Choice) => void;
};

/** Filters by a record picked by its name. */
export function NarrowMenu({ only, onPick }: NarrowMenuProps) {
  const [field, setField] = useState<Narrowing>();
  const fields = only ?? (Object.keys(narrowings) as Narrowing[]);
  return (
    <>
      <Menu
        icon="funnel"
        label={say('narrow')}
        items={fields.map((each) => ({ label: narrowings[each][0], onPick: () => setField(each) }))}
      />
      {field && (
        <Dialog open title={`${say('narrow')}: ${narrowings[field][0]}`} onClose={() => setField(undefined)}>
          <Picker
            field={field}
            onPick={(choice) => {
              onPick(field, choice);
              setField(undefined);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function Picker({ field, onPick }: { field: Narrowing; onPick: (choice: Choice) => void }) {
  const org = useOrg();
  const [label, path] = narrowings[field];
  const owned = path === 'sites' || path === 'contacts';
  const search = useMemo(() => searchChoices(path, owned ? { org: org?.slug } : {}), [path, owned, org?.slug]);
  const attributes = {
    id: 'as-narrow',
    'aria-describedby': undefined,
    'aria-invalid': false,
    'aria-required': undefined,
    'aria-label': label,
  };
  return (
    <div className="as-picker">
      <TypeaheadBox attributes={attributes} search={search} onChange={(_, choice) => choice && onPick(choice)} />
    </div>
  );
}
