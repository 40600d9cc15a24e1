import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import {
  BulkBar,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Menu,
  namedChips,
  PageHead,
  usePeek,
  useSelection,
} from '@st0r/ui';
import { useClientColumn } from '../../shared/client-column';
import { download } from '../../shared/download';
import { listParams } from '../../shared/list-url';
import { lazyDialog } from '../../shared/lazy-part';
import { ListTools } from '../../shared/list-tools';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { useCellEdit } from '../../shared/use-cell-edit';
import { useList } from '../../shared/use-list';
import { AssetPeek } from './asset-peek';
import { assetColumns, customColumns } from './asset-columns';
import { assetShape, type Asset } from './asset-list';
import { say } from './messages';
import { NarrowMenu } from './narrow-menu';
import { useBulkActions } from './use-bulk-actions';
import { useChipNames } from './use-chip-names';
import { useCustomFields } from './use-custom-fields';
import { word } from './words';
import './assets.css';

const BulkEdit = lazyDialog(() => import('./bulk-edit'));

/** The assets of a client, or of all clients one may see. */
export function Component() {
  const list = useList<Asset>('assets', assetShape, { total: true });
  const org = useOrg();
  const can = useCan();
  const href = useOrgHref();
  const selection = useSelection();
  const peek = usePeek();
  const fields = useCustomFields(org?.id);
  const columns = useClientColumn(useMemo(() => [...assetColumns, ...customColumns(fields)], [fields]));
  const names = useChipNames(list.rows, list.chips);
  const bulk = useBulkActions(list.rows, selection);
  const exported = useExport();
  const editing = useCellEdit<Asset>('assets');
  const write = can('asset.write');
  const add = write && (
    <ButtonLink tone="primary" icon="plus-lg" to={href('assets/new')}>
      {word('add')}
    </ButtonLink>
  );
  const more = [
    ...(write ? [{ label: say('importCsv'), icon: 'upload' as const, to: href('assets/import') }] : []),
    ...(can('discovery.run') ? [{ label: say('addFromScan'), icon: 'radar' as const, to: href('discovery') }] : []),
    { label: say('exportCsv'), icon: 'download' as const, onPick: exported },
  ];
  const peeked = list.rows.find(({ id }) => id === peek.id);
  return (
    <>
      <PageHead
        title={word('assets')}
        actions={
          <>
            <Menu icon="three-dots" label={say('more')} items={more} />
            {add}
          </>
        }
      />
      <FilterBar shape={assetShape} chips={list.chips} onChange={list.setChips} names={names.map}>
        <NarrowMenu
          onPick={(field, choice) => {
            names.remember(choice.value, choice.label);
            list.setChips(`${list.chips} ${field}:${choice.value}`.trim());
          }}
        />
        <ListTools
          list="assets"
          columns={columns}
          print={{ title: say('list'), filter: namedChips(list.chips, names.map) }}
        />
      </FilterBar>
      <DataTable
        label={say('list')}
        list={list}
        columns={columns}
        selection={write || can('asset.delete') ? selection : undefined}
        rowId={(asset) => asset.id}
        rowName={(asset) => asset.name}
        rowHref={(asset) => href(`assets/${asset.id}`)}
        onPeek={(asset) => peek.open(asset.id)}
        editing={editing}
        empty={
          <EmptyState
            icon="pc-display"
            title={say('empty')}
            actions={
              <>
                {add}
                {write && <ButtonLink to={href('assets/import')}>{say('importCsv')}</ButtonLink>}
              </>
            }
          >
            {say('emptyText')}
          </EmptyState>
        }
      />
      <BulkBar selection={selection} actions={bulk.actions} />
      {bulk.editing && <BulkEdit ids={bulk.editing} onClose={bulk.closeEdit} />}
      {peek.id && <AssetPeek id={peek.id} known={peeked} onClose={peek.close} />}
    </>
  );
}

/** Downloads exactly the list in view. */
function useExport(): () => void {
  const [search] = useSearchParams();
  const { org } = useParams();
  // Folded rows are only out of sight.
  const { cursor: _, folded: _folded, ...params } = listParams(search);
  return () => void download('assets/export', { ...params, org: org === 'all' ? undefined : org });
}
