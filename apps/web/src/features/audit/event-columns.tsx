import { Tag, Time, type Column } from '@st0r/ui';
import { useMe } from '../../shared/session';
import type { AuditEvent } from './event-list';
import { say } from './messages';

/** A category with the colour it has in the chart. */
export function Category({ of }: { of: string }) {
  return (
    <span className="st-audit-category">
      <i data-kind={of} />
      {of}
    </span>
  );
}

/** What an act became; only failures stand out. */
export function Outcome({ of }: { of: string }) {
  return of === 'failure' ? (
    <Tag tone="danger">{say('failure')}</Tag>
  ) : (
    <span className="st-quiet">{say('success')}</span>
  );
}

function Client({ id }: { id: string | null | undefined }) {
  return useMe().organisations.find((each) => each.id === id)?.name ?? '';
}

const columns: readonly Column<AuditEvent>[] = [
  { id: 'time', header: say('time'), cell: ({ occurredAt }) => <Time at={occurredAt} /> },
  { id: 'category', header: say('kind'), cell: ({ category }) => <Category of={category} /> },
  {
    id: 'action',
    header: say('action'),
    cell: ({ action, outcome }) => (
      <>
        <code>{action}</code> {outcome === 'failure' && <Outcome of={outcome} />}
      </>
    ),
  },
  { id: 'actor', header: say('actor'), cell: ({ actorName, actorType }) => actorName ?? actorType },
  { id: 'object', header: say('object'), cell: ({ targetLabel, targetType }) => targetLabel ?? targetType },
  { id: 'outcome', header: say('outcome'), hidden: true, cell: ({ outcome }) => <Outcome of={outcome} /> },
  { id: 'ip', header: say('from'), cell: ({ ip }) => ip },
  { id: 'number', header: say('number'), align: 'end', sort: 'number', hidden: true, cell: ({ number }) => number },
];

/** Columns of one log. */
export const eventColumns = columns;
/** Columns while all clients are in view. */
export const columnsWithClient: readonly Column<AuditEvent>[] = [
  ...columns.slice(0, 1),
  { id: 'client', header: say('client'), cell: ({ organisationId }) => <Client id={organisationId} /> },
  ...columns.slice(1),
];
