import { Tag, Time, type Column } from '@st0r/ui';
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

/** Columns of a log. */
export const eventColumns: readonly Column<AuditEvent>[] = [
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
