import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { reconcileKeys } from './reconcile-keys';
import { useTableCursor, type Selection } from '@st0r/ui';
import type { Decisions } from './acceptance';
import { say } from './messages';
import { ProposalRows } from './proposal-rows';
import type { Proposal } from './scan.types';

type ReconcileTableProps = {
  proposals: readonly Proposal[];
  /** Absent when the person may not accept: then nothing can be ticked or decided. */
  selection: Selection | undefined;
  decisions: Decisions;
  onDecide: (key: string, decision: string) => void;
  onAccept: (proposal: Proposal) => void;
  assetHref: (id: string) => string;
};

/** More lines than this are drawn only where they are seen. */
const virtualAbove = 60;

const keyOf = (proposal: Proposal) => proposal.key;

/** Found, recorded, proposed: one group of rows for each device, drawn only where it is seen. */
export function ReconcileTable(props: ReconcileTableProps) {
  const { proposals, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const windowed = proposals.length > virtualAbove;
  const virtual = useVirtualizer({
    count: proposals.length,
    enabled: windowed,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: 8,
    getItemKey: (place) => proposals[place]?.key ?? place,
    initialRect: { width: 1000, height: 800 },
  });
  const cursor = useTableCursor({
    rows: proposals,
    rowId: keyOf,
    rowHref: (proposal) => (proposal.asset ? props.assetHref(proposal.asset.id) : ''),
    selection,
    rowKeys: selection ? reconcileKeys(props.onAccept) : [],
    reveal: (place) => (windowed ? virtual.scrollToIndex(place) : undefined),
    table: scroller,
  });
  const items = virtual.getVirtualItems();
  const places = windowed ? items.map(({ index }) => index) : proposals.map((_, place) => place);
  const after = windowed ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const keys = proposals.map(keyOf);
  const ticked = keys.filter((key) => selection?.ids.has(key)).length;
  const all = ticked === keys.length;
  return (
    <div ref={scroller} className="st-table-scroller dc-scroller">
      <table className="st-table dc-table" aria-label={say('columns')} aria-rowcount={proposals.length}>
        <thead>
          <tr>
            <td className="st-check-cell">
              {selection && (
                <input
                  type="checkbox"
                  className="form-check-input"
                  aria-label={say('selectAll')}
                  checked={all}
                  ref={(box) => {
                    if (box) box.indeterminate = ticked > 0 && !all;
                  }}
                  onChange={() => (all ? selection.clear() : selection.add(keys))}
                />
              )}
            </td>
            <th scope="col">{say('found')}</th>
            <th scope="col">{say('recorded')}</th>
            <th scope="col">{say('proposed')}</th>
          </tr>
        </thead>
        <Space height={windowed ? (items[0]?.start ?? 0) : 0} />
        {places.map((index) => {
          const proposal = proposals[index];
          return (
            proposal && (
              <ProposalRows
                key={proposal.key}
                ref={windowed ? virtual.measureElement : undefined}
                place={index}
                proposal={proposal}
                cursor={cursor.place === index}
                tabStop={Math.max(cursor.place, 0) === index}
                selected={selection?.ids.has(proposal.key)}
                decision={props.decisions.get(proposal.key)}
                onFocus={cursor.setPlace}
                onTick={(range) => (range ? cursor.selectRange : cursor.select)(proposal, index)}
                onDecide={selection && ((decision) => props.onDecide(proposal.key, decision))}
                assetHref={props.assetHref}
              />
            )
          );
        })}
        <Space height={after} />
      </table>
    </div>
  );
}

function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr className="st-spacer" style={{ height }} />
    </tbody>
  );
}
