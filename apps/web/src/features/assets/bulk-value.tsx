import { useMemo } from 'react';
import type { Api } from '@st0r/api-client';
import { TypeaheadBox } from '@st0r/ui';
import { assetStatuses, assetStatusLabel, assetTypeLabel, assetTypes } from '../../shared/asset-types';
import { searchChoices } from '../../shared/search-choices';
import { useOrg } from '../../shared/session';
import { say } from './messages';

/** What the bulk edit can set, with its words. */
export const bulkProperties = [
  ['status', say('status')],
  ['type', say('type')],
  ['siteId', say('site')],
  ['contactId', say('contact')],
  ['modelId', say('model')],
  ['os', say('os')],
  ['purchasedOn', say('purchasedOn')],
  ['warrantyEndsOn', say('warrantyEndsOn')],
  ['endOfLifeOn', say('endOfLifeOn')],
  ['addTags', say('addTag')],
  ['removeTags', say('removeTag')],
] as const;
export type BulkProperty = (typeof bulkProperties)[number][0];

/** The `set` of `POST /assets/bulk`. */
export function setOf(property: BulkProperty, value: string): Api<'AssetBulkSet'> {
  const many = property === 'addTags' || property === 'removeTags';
  return {
    [property]: many
      ? value
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean)
      : value,
  };
}

const paths: Partial<Record<BulkProperty, string>> = { siteId: 'sites', contactId: 'contacts', modelId: 'models' };
type ValueProps = { property: BulkProperty; value: string; onChange: (value: string) => void };

/** The control for the new value of a property. */
export function BulkValue(props: ValueProps) {
  const { property, value, onChange } = props;
  const id = 'as-bulk-value';
  return (
    <>
      <label className="form-label" htmlFor={id}>
        {say('newValue')}
      </label>
      {property === 'status' || property === 'type' ? (
        <select id={id} className="form-select" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {choicesOf(property).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      ) : paths[property] ? (
        <RecordValue {...props} id={id} path={paths[property]} />
      ) : (
        <input
          id={id}
          type={property.endsWith('On') ? 'date' : 'text'}
          className="form-control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}

function choicesOf(property: 'status' | 'type'): [string, string][] {
  return property === 'status'
    ? assetStatuses.map((code) => [code, assetStatusLabel(code)])
    : assetTypes.map((code) => [code, assetTypeLabel(code)]);
}

function RecordValue({ id, path, onChange }: ValueProps & { id: string; path: string }) {
  const org = useOrg();
  const search = useMemo(() => searchChoices(path, path === 'models' ? {} : { org: org?.slug }), [path, org?.slug]);
  const attributes = { id, 'aria-describedby': undefined, 'aria-invalid': false, 'aria-required': undefined };
  return <TypeaheadBox attributes={attributes} search={search} onChange={(value) => onChange(value ?? '')} />;
}
