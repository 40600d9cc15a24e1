import type { ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';
import { DataTable, EmptyState, Facts, FilterBar, PageHead, PeekPanel, usePeek, type Column } from '@st0r/ui';
import { assetTypes } from '../../shared/asset-types';
import { ListTools } from '../../shared/list-tools';
import { useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { TypeLabel } from './asset-columns';
import { say } from './import-messages';
import { ModelLibrary } from './model-library';
import { modelWord } from './model-words';
import { NarrowMenu } from './narrow-menu';
import { useChipNames } from './use-chip-names';
import './assets.css';

type Model = Api<'Model'>;

const shape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    manufacturer: { kind: 'id', filter: true },
    partNumber: { kind: 'text', filter: true, sort: true },
    slug: { kind: 'text', filter: true },
    type: { kind: 'choice', choices: assetTypes, filter: true, sort: true },
    source: { kind: 'text', filter: true },
    updatedAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};

const columns: Column<Model>[] = [
  { id: 'name', header: modelWord('name'), cell: (model) => model.name, sort: 'name' },
  { id: 'manufacturer', header: modelWord('manufacturer'), cell: (model) => model.manufacturer?.name },
  {
    id: 'type',
    header: modelWord('type'),
    cell: (model) => (model.type ? <TypeLabel type={model.type} /> : '–'),
    sort: 'type',
  },
  { id: 'partNumber', header: modelWord('partNumber'), cell: (model) => model.partNumber, sort: 'partNumber' },
  { id: 'uHeight', header: modelWord('uHeight'), cell: heightOf, align: 'end' },
  { id: 'ports', header: modelWord('ports'), cell: (model) => model.ports?.length ?? '', align: 'end' },
  { id: 'source', header: modelWord('source'), cell: (model) => model.source },
];

/** The catalogue of models, shared by all clients, and where libraries come in. */
export function Component() {
  const list = useList<Model>('models', shape, { total: true });
  const me = useMe();
  const peek = usePeek();
  const names = useChipNames(list.rows, list.chips);
  const peeked = list.rows.find(({ id }) => id === peek.id);
  return (
    <>
      <PageHead title={say('modelsTitle')} kind={say('catalogue')} />
      {me.platformAdmin && <ModelLibrary />}
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips} names={names.map}>
        <NarrowMenu
          only={['manufacturer']}
          onPick={(field, choice) => {
            names.remember(choice.value, choice.label);
            list.setChips(`${list.chips} ${field}:${choice.value}`.trim());
          }}
        />
        <ListTools list="models" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('modelsTitle')}
        list={list}
        columns={columns}
        rowId={(model) => model.id}
        rowName={(model) => model.name}
        onPeek={(model) => peek.open(model.id)}
        empty={
          <EmptyState icon="boxes" title={say('noModels')}>
            {say('noModelsText')}
          </EmptyState>
        }
      />
      {peeked && (
        <PeekPanel title={peeked.name} onClose={peek.close}>
          <Facts
            facts={[
              ...columns.map(({ header, cell }) => [header, cell(peeked)] as const),
              [modelWord('watts'), peeked.maxWatts],
              [modelWord('slug'), peeked.slug],
              [modelWord('notes'), peeked.notes],
            ]}
          />
        </PeekPanel>
      )}
    </>
  );
}

function heightOf({ uHeight }: Model): string {
  return uHeight > 0 ? `${uHeight} U` : '';
}
