import { useMemo, useState } from 'react';
import type { ListShape } from '@st0r/list-query';
import { Button, DataTable, EmptyState, FilterBar, IconButton, PageHead, type Column } from '@st0r/ui';
import { assetTypeLabel } from '../../shared/asset-types';
import { lazyDialog } from '../../shared/lazy-part';
import { ListTools } from '../../shared/list-tools';
import { useCan } from '../../shared/session';
import { useArchive } from '../../shared/use-archive';
import { useList } from '../../shared/use-list';
import type { CustomField } from './asset-values';
import { kindChoices, kindLabel, say } from './custom-field-words';
import './assets.css';

const CustomFieldDialog = lazyDialog(() => import('./custom-field-dialog'));

const shape: ListShape = {
  fields: {
    position: { kind: 'int', sort: true },
    label: { kind: 'text', filter: true, sort: true },
    slug: { kind: 'text', filter: true, sort: true },
    type: { kind: 'choice', choices: kindChoices.map(({ value }) => value), filter: true },
  },
  defaultSort: [
    { field: 'position', descending: false },
    { field: 'label', descending: false },
  ],
  searchable: true,
};

/** The fields a client adds to its assets. */
export function Component() {
  const list = useList<CustomField>('custom-fields', shape, { total: true });
  const [editing, setEditing] = useState<CustomField | 'new'>();
  const can = useCan();
  const archive = useArchive('custom-fields');
  const columns = useMemo(() => columnsWith(setEditing, archive), [archive]);
  const add = can('org.update') && (
    <Button tone="primary" icon="plus-lg" onClick={() => setEditing('new')}>
      {say('add')}
    </Button>
  );
  return (
    <>
      <PageHead title={say('title')} actions={add} />
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="custom-fields" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('list')}
        list={list}
        columns={columns}
        rowId={(field) => field.id}
        rowName={(field) => field.label}
        rowKeys={[{ id: 'field.edit', keys: 'e', label: say('edit'), run: setEditing }]}
        empty={
          <EmptyState icon="input-cursor-text" title={say('empty')} actions={add}>
            {say('emptyText')}
          </EmptyState>
        }
      />
      {editing && (
        <CustomFieldDialog
          field={editing === 'new' ? undefined : editing}
          position={list.rows.length * 10}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

type Archive = (record: { id: string; name: string }) => Promise<boolean>;

function columnsWith(edit: (field: CustomField) => void, archive: Archive): Column<CustomField>[] {
  return [
    { id: 'label', header: say('label'), cell: (field) => <strong>{field.label}</strong>, sort: 'label' },
    { id: 'slug', header: say('slug'), cell: (field) => <code>{field.slug}</code>, sort: 'slug' },
    { id: 'type', header: say('type'), cell: (field) => kindLabel(field.type) },
    { id: 'appliesTo', header: say('appliesTo'), cell: (field) => typesOf(field) },
    { id: 'required', header: say('required'), cell: (field) => (field.required ? '✓' : '') },
    { id: 'position', header: say('position'), cell: (field) => field.position, sort: 'position', align: 'end' },
    {
      id: 'acts',
      header: say('acts'),
      align: 'end',
      cell: (field) => (
        <>
          {Boolean(field.can['update']) && (
            <IconButton icon="pencil" size="sm" label={`${say('edit')} ${field.label}`} onClick={() => edit(field)} />
          )}
          {Boolean(field.can['archive']) && (
            <IconButton
              icon="archive"
              size="sm"
              label={`${say('archive')} ${field.label}`}
              onClick={() => void archive({ id: field.id, name: field.label })}
            />
          )}
        </>
      ),
    },
  ];
}

function typesOf({ assetTypes }: CustomField): string {
  return assetTypes?.length ? assetTypes.map(assetTypeLabel).join(', ') : say('every');
}
