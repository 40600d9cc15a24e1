import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Dialog, Form, SelectField, TextField, TypeaheadField } from '@st0r/ui';
import { searchChoices } from '../../shared/search-choices';
import { useSave } from '../../shared/use-save';
import type { Asset } from './asset-list';
import { say } from './messages';

type Kind = Api<'RelationKind'>;

/** How an asset can stand to another record: the kind, and whether the asset is the source. */
const ways: readonly (readonly [kind: Kind, outgoing: boolean, label: string])[] = [
  ['depends_on', true, 'depends on'],
  ['depends_on', false, 'is needed by'],
  ['contains', true, 'contains'],
  ['contains', false, 'is contained in'],
  ['used_by', true, 'is used by'],
  ['used_by', false, 'uses'],
  ['responsible_for', false, 'is looked after by'],
  ['credentials', false, 'has the credential'],
  ['related_to', true, 'is related to'],
];
const targets = [
  { value: 'assets', label: 'Asset' },
  { value: 'contacts', label: 'Contact' },
  { value: 'sites', label: 'Site' },
  { value: 'credentials', label: 'Credential' },
];

type Values = { way: string; plural: string; target: string | null; note: string };

/** Ties an asset to another record of the same client. */
export function RelationDialog({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const form = useForm<Values>({ defaultValues: { way: '0', plural: 'assets', target: null, note: '' } });
  const plural = form.watch('plural');
  const search = useMemo(() => searchChoices(plural, { org: asset.organisationId }), [plural, asset.organisationId]);
  const save = useSave<Api<'RelationCreate'>>('relations', { refresh: ['relations'], onSaved: onClose });
  return (
    <Dialog open title={say('addRelation')} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(values) => save.save(bodyOf(asset, values))}
        submitLabel={say('save')}
        onCancel={onClose}
      >
        <SelectField
          name="way"
          label={say('direction')}
          choices={ways.map(([, , label], place) => ({ value: String(place), label }))}
        />
        <SelectField name="plural" label={say('target')} choices={targets} />
        <TypeaheadField
          key={plural}
          name="target"
          label={say('linked')}
          search={search}
          rules={{ required: say('required') }}
        />
        <TextField name="note" label={say('notes')} required={false} />
      </Form>
    </Dialog>
  );
}

function bodyOf(asset: Asset, { way, plural, target, note }: Values): Api<'RelationCreate'> {
  const [kind, outgoing] = ways[Number(way)] ?? ways[0]!;
  const here = { type: 'asset', id: asset.id };
  const there = { type: plural.replace(/s$/, ''), id: target ?? '' };
  const [source, aim] = outgoing ? [here, there] : [there, here];
  return {
    organisationId: asset.organisationId,
    kind,
    sourceType: source.type,
    sourceId: source.id,
    targetType: aim.type,
    targetId: aim.id,
    note: note.trim() || null,
  };
}
