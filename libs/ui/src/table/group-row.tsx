import { Icon } from '../icon';
import { kit } from '../kit-messages';
import type { GroupHead } from './grouping';

type GroupRowProps = {
  head: GroupHead;
  /** What the list is grouped by. */
  by: string;
  /** How many columns it spans. */
  span: number;
  /** Whether the count is all there is. */
  complete: boolean;
  onToggle: (value: string | null) => void;
};

/** The head of a group: a button that folds its rows away and back, and how many they are. */
export function GroupRow({ head, by, span, complete, onToggle }: GroupRowProps) {
  const { count } = head;
  return (
    <tr className="st-group">
      <td colSpan={span}>
        <button
          type="button"
          aria-expanded={!head.folded}
          data-group={head.value ?? ''}
          onClick={() => onToggle(head.value)}
        >
          <Icon name={head.folded ? 'chevron-right' : 'chevron-down'} />
          <span className="st-quiet">{by}</span> <strong>{head.words ?? kit('noValue')}</strong>{' '}
          {count !== undefined && (
            <span className="st-count">
              {complete ? kit('groupCount', { n: count }) : kit('groupCountLeast', { n: count })}
            </span>
          )}
        </button>
      </td>
    </tr>
  );
}
