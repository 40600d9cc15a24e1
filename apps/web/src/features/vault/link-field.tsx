import { useMemo, useState } from 'react';
import { useController } from 'react-hook-form';
import { Icon, IconButton, TypeaheadBox } from '@st0r/ui';
import { searchChoices } from '../../shared/search-choices';
import { LINKS, useLinkName } from './credential-links';
import type { Credential } from './credential-types';
import { say } from './messages';

type LinkValue = Credential['links'][number];

/** What the credential opens or belongs to: a list with a search for one more. */
export function LinkField({ org }: { org: string }) {
  const { field } = useController({ name: 'links' });
  const links = field.value as LinkValue[];
  const [type, setType] = useState<LinkValue['type']>('asset');
  const [round, setRound] = useState(0);
  const search = useMemo(() => searchChoices(LINKS[type].path, { org }), [type, org]);
  function handleAdd(id: string | null) {
    if (!id) return;
    if (!links.some((link) => link.id === id)) field.onChange([...links, { type, id }]);
    setRound(round + 1);
  }
  return (
    <fieldset className="st-field">
      <legend className="form-label">{say('links')}</legend>
      <ul className="st-plain-list">
        {links.map((link) => (
          <LinkLine key={link.id} link={link} onRemove={() => field.onChange(links.filter((each) => each !== link))} />
        ))}
      </ul>
      <div className="st-vault-add-link">
        <select
          className="form-select"
          aria-label={say('type')}
          value={type}
          onChange={(event) => setType(event.target.value as LinkValue['type'])}
        >
          {Object.entries(LINKS).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <TypeaheadBox
          key={`${type}-${round}`}
          search={search}
          onChange={handleAdd}
          attributes={{
            id: 'vault-link',
            'aria-label': say('linkSearch', { type: LINKS[type].label }),
            'aria-describedby': undefined,
            'aria-invalid': false,
            'aria-required': undefined,
          }}
        />
      </div>
    </fieldset>
  );
}

function LinkLine({ link, onRemove }: { link: LinkValue; onRemove: () => void }) {
  const name = useLinkName(link);
  return (
    <li>
      <Icon name={LINKS[link.type].icon} label={LINKS[link.type].label} />
      {name}
      <IconButton icon="x-lg" size="sm" label={say('unlink', { name })} onClick={onRemove} />
    </li>
  );
}
