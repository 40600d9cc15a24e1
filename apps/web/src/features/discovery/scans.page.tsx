import type { ListShape } from '@st0r/list-query';
import { ColumnMenu, DataTable, EmptyState, FilterBar, PageHead, Tag, Time, type Column } from '@st0r/ui';
import { useClientColumn } from '../../shared/client-column';
import { useCan, useOrgHref } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { say } from './messages';
import { ScanUpload } from './scan-upload';
import { stateLook, type Scan } from './scan.types';
import { word } from './words';
import './discovery.css';

const shape: ListShape = {
  fields: {
    filename: { kind: 'text', filter: true, sort: true },
    state: { kind: 'choice', choices: ['waiting', 'reconciled', 'discarded'], filter: true, sort: true },
    complete: { kind: 'flag', filter: true },
    hostsUp: { kind: 'int', filter: true, sort: true },
    startedAt: { kind: 'moment', filter: true, sort: true },
    createdAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'createdAt', descending: true }],
  searchable: true,
};

const scanColumns: Column<Scan>[] = [
  { id: 'filename', header: say('file'), cell: (scan) => scan.filename, sort: 'filename' },
  { id: 'state', header: say('state'), cell: (scan) => <ScanTags scan={scan} />, sort: 'state' },
  {
    id: 'hosts',
    header: say('hosts'),
    cell: (scan) => say('hostsOf', { up: scan.hostsUp, all: scan.hostCount }),
    sort: 'hostsUp',
    align: 'end',
  },
  { id: 'startedAt', header: say('started'), cell: (scan) => <Time at={scan.startedAt} />, sort: 'startedAt' },
  { id: 'createdAt', header: say('created'), cell: (scan) => <Time at={scan.createdAt} />, sort: 'createdAt' },
  { id: 'uploadedBy', header: say('uploadedBy'), cell: (scan) => scan.uploadedByName },
  { id: 'scanner', header: say('scanner'), cell: (scan) => scan.scanner, hidden: true },
];

/** The scans of a client, and where the next one comes in. */
export function Component() {
  const list = useList<Scan>('scans', shape, { total: true });
  const columns = useClientColumn(scanColumns);
  const href = useOrgHref();
  const can = useCan();
  return (
    <>
      <PageHead title={word('discovery')} />
      {can('discovery.run') && <ScanUpload />}
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ColumnMenu columns={columns} />
      </FilterBar>
      <DataTable
        label={say('list')}
        list={list}
        columns={columns}
        rowId={(scan) => scan.id}
        rowName={(scan) => scan.filename}
        rowHref={(scan) => href(`discovery/${scan.id}`)}
        empty={
          <EmptyState icon="radar" title={say('empty')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}

/** The state of a scan, and whether it is whole. */
export function ScanTags({ scan }: { scan: Scan }) {
  const [words, tone] = stateLook(scan.archivedAt ? 'discarded' : scan.state);
  return (
    <span className="dc-tags">
      <Tag tone={tone}>{words}</Tag>
      {!scan.complete && <Tag tone="warning">{say('incomplete')}</Tag>}
    </span>
  );
}
