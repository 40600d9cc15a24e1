import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { DateField, Form, Panel, SelectField, TextAreaField, TextField, TypeaheadField } from '@st0r/ui';
import { assetStatuses, assetStatusLabel, assetTypeLabel, assetTypes } from '../../shared/asset-types';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { searchChoices } from '../../shared/search-choices';
import { useSave } from '../../shared/use-save';
import { type AssetValues, assetValues, bodyOf, changesOf } from './asset-values';
import type { Asset } from './asset-list';
import { CustomFieldInput } from './custom-field-input';
import { say } from './messages';
import { ModelFields } from './model-fields';
import { useCustomFields } from './use-custom-fields';

type AssetFormProps = {
  organisationId: string;
  /** The asset to change; absent for a new one. */
  asset?: Asset;
  etag?: string;
  onSaved: (asset: Asset) => unknown;
  onCancel: () => void;
};

/** Makes or changes an asset. */
export function AssetForm({ organisationId, asset, etag, onSaved, onCancel }: AssetFormProps) {
  const [initial] = useState(() => assetValues(asset ?? {}, organisationId));
  const form = useForm<AssetValues>({ defaultValues: initial });
  const fields = useCustomFields(organisationId, form.watch('type') || undefined);
  const save = useSave<object, Asset>(asset ? `assets/${asset.id}` : 'assets', {
    method: asset ? 'patch' : 'post',
    etag,
    refresh: ['assets'],
    onSaved,
  });
  const sites = useMemo(() => searchChoices('sites', { org: organisationId }), [organisationId]);
  const contacts = useMemo(() => searchChoices('contacts', { org: organisationId }), [organisationId]);
  const assets = useMemo(() => searchChoices('assets', { org: organisationId }), [organisationId]);
  const types = assetTypes.map((type) => ({ value: type, label: assetTypeLabel(type) }));
  const statuses = assetStatuses.map((status) => ({ value: status, label: assetStatusLabel(status) }));
  function handleSubmit(values: AssetValues) {
    const body = bodyOf(values, fields, !asset);
    return save.save(asset ? changesOf(body, bodyOf(initial, fields, false)) : body);
  }
  return (
    <div className="as-form">
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')} onCancel={onCancel}>
        <Panel title={say('fewerFacts')}>
          <TextField name="name" label={say('name')} rules={{ required: say('required') }} autoFocus />
          <div className="as-columns">
            <ModelFields asset={asset ?? {}} />
            <SelectField name="type" label={say('type')} choices={types} empty="–" />
            {!asset && <SelectField name="status" label={say('status')} choices={statuses} />}
            <TextField name="serial" label={say('serial')} required={false} />
            <TextField name="assetTag" label={say('assetTag')} required={false} />
            <TextField name="hostname" label={say('hostname')} required={false} />
            <TextField name="os" label={say('os')} required={false} />
            {!asset && (
              <>
                <TextField
                  name="interfaces.0.ips"
                  label={say('addresses')}
                  help={say('addressesHelp')}
                  required={false}
                />
                <TextField name="interfaces.0.mac" label={say('mac')} help={say('macHelp')} required={false} />
              </>
            )}
          </div>
        </Panel>
        <Panel title={say('place')}>
          <div className="as-columns">
            <TypeaheadField
              name="siteId"
              label={say('site')}
              required={false}
              search={sites}
              initialLabel={asset?.site?.name}
            />
            <TypeaheadField
              name="contactId"
              label={say('contact')}
              required={false}
              search={contacts}
              initialLabel={asset?.contact?.name}
            />
            <TypeaheadField
              name="parentId"
              label={say('parent')}
              required={false}
              search={assets}
              initialLabel={asset?.parent?.name}
            />
            <TextField name="externalId" label={say('externalId')} help={say('externalIdHelp')} required={false} />
          </div>
        </Panel>
        <Panel title={say('lifecycle')}>
          <div className="as-columns">
            <DateField name="purchasedOn" label={say('purchasedOn')} required={false} />
            <DateField name="warrantyEndsOn" label={say('warrantyEndsOn')} required={false} />
            <DateField name="endOfLifeOn" label={say('endOfLifeOn')} required={false} />
            <TextField
              name="price"
              label={say('price')}
              inputMode="decimal"
              required={false}
              rules={{ pattern: { value: /^\s*(\d+([.,]\d{1,2})?)?\s*$/, message: say('badPrice') } }}
            />
            <TextField name="currency" label={say('currency')} help={say('currencyHelp')} required={false} />
          </div>
        </Panel>
        {fields.length > 0 && (
          <Panel title={say('customFields')}>
            <div className="as-columns">
              {fields.map((field) => (
                <CustomFieldInput key={field.slug} field={field} />
              ))}
            </div>
          </Panel>
        )}
        <Panel title={say('notes')}>
          <TextField name="tags" label={say('tags')} help={say('tagsHelp')} required={false} />
          <TextAreaField name="notes" label={say('notes')} required={false} rows={5} />
        </Panel>
        <ConflictDialog save={save} />
      </Form>
    </div>
  );
}
