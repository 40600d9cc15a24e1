import { DataTable, EmptyState, FilterBar, PageHead, usePeek } from '@st0r/ui';
import { useCan } from '../../shared/session';
import { useClientColumn } from '../../shared/client-column';
import { ListTools } from '../../shared/list-tools';
import { useList } from '../../shared/use-list';
import { EventChartPanel } from './event-chart';
import { eventColumns } from './event-columns';
import { eventShape, rangeOf, withRange, type AuditEvent } from './event-list';
import { EventPeek } from './event-peek';
import { ExportMenu } from './export-menu';
import { Facets } from './facets';
import { say } from './messages';
import { VerifyButton } from './verify-button';
import './audit.css';

/** What happened at a client: chart, facets, the log itself, and a panel with before and after. */
export function Component() {
  const list = useList<AuditEvent>('events', eventShape);
  const can = useCan();
  const peek = usePeek();
  function handleFilter(chips: string) {
    // The chart shows the time in force, so the filter box does not; a time typed there is taken over.
    const { from, to } = rangeOf(chips);
    list.setChips(from === undefined && to === undefined ? withRange(chips, rangeOf(list.chips)) : chips);
  }
  const columns = useClientColumn(eventColumns);
  return (
    <>
      <PageHead
        title={say('audit')}
        actions={
          <>
            <VerifyButton />
            {can('audit.export') && <ExportMenu />}
          </>
        }
      />
      <EventChartPanel chips={list.chips} onChange={list.setChips} />
      <div className="st-audit-page">
        <div className="st-audit-layout">
          <div>
            <FilterBar shape={eventShape} chips={withRange(list.chips, {})} onChange={handleFilter}>
              <ListTools list="events" columns={columns} />
            </FilterBar>
            <DataTable
              label={say('events')}
              list={list}
              columns={columns}
              rowId={(event) => event.id}
              rowName={(event) => event.action}
              rowKeys={[
                { id: 'audit.open', keys: 'enter', label: say('openEvent'), run: (event) => peek.open(event.id) },
              ]}
              onPeek={(event) => peek.open(event.id)}
              empty={
                <EmptyState icon="clock-history" title={say('empty')}>
                  {say('emptyText')}
                </EmptyState>
              }
            />
          </div>
          <Facets rows={list.rows} chips={list.chips} onChange={list.setChips} />
        </div>
      </div>
      {peek.id && (
        <EventPeek
          key={peek.id}
          id={peek.id}
          row={list.rows.find(({ id }) => id === peek.id)}
          onOpen={peek.open}
          onClose={peek.close}
        />
      )}
    </>
  );
}
