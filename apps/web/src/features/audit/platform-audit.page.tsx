import { DataTable, EmptyState, FilterBar, Forbidden, PageHead, usePeek } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { lazyPart } from '../../shared/lazy-part';
import { ListTools } from '../../shared/list-tools';
import { useList } from '../../shared/use-list';
import { eventColumns } from './event-columns';
import { eventShape, type AuditEvent } from './event-list';
import { EventPeek } from './event-peek';
import { Facets } from './facets';
import { say } from './messages';
import './audit.css';

// Beside the events stands a form, and the events do not wait for it.
const RetentionCard = lazyPart(() => import('./retention-card'));

/** Events of the installation itself, for its administrators. */
export function Component() {
  const { platformAdmin } = useMe();
  const list = useList<AuditEvent>('platform-events', eventShape, { enabled: platformAdmin });
  const peek = usePeek();
  if (!platformAdmin) return <Forbidden permission="platform.admin" />;
  return (
    <>
      <PageHead title={say('platform')} />
      <p className="st-quiet">{say('platformText')}</p>
      <div className="st-audit-page">
        <div className="st-audit-layout">
          <div>
            <FilterBar shape={eventShape} chips={list.chips} onChange={list.setChips}>
              <ListTools list="platform-events" columns={eventColumns} />
            </FilterBar>
            <DataTable
              label={say('events')}
              list={list}
              columns={eventColumns}
              rowId={(event) => event.id}
              rowName={(event) => event.action}
              rowKeys={[
                { id: 'audit.open', keys: 'enter', label: say('openEvent'), run: (event) => peek.open(event.id) },
              ]}
              onPeek={(event) => peek.open(event.id)}
              empty={<EmptyState icon="clock-history" title={say('empty')} />}
            />
          </div>
          <div>
            <Facets rows={list.rows} chips={list.chips} onChange={list.setChips} />
            <RetentionCard />
          </div>
        </div>
      </div>
      {peek.id && (
        <EventPeek
          key={peek.id}
          id={peek.id}
          platform
          row={list.rows.find(({ id }) => id === peek.id)}
          onOpen={peek.open}
          onClose={peek.close}
        />
      )}
    </>
  );
}
