import { Button } from '../button';
import { kit } from '../kit-messages';
import type { ListState } from '../list/list-state';
import { Notice } from '../panel';

/** Totals are counted up to this many; above it the number is a lower bound. */
const countedUpTo = 10_000;

function totalText(total: number): string {
  return total > countedUpTo ? `${countedUpTo.toLocaleString()}+` : total.toLocaleString();
}

/** Under a list: how many are shown, and the way to more. */
export function ListFoot<Row>({ list, label }: { list: ListState<Row>; label: string }) {
  const shown = list.rows.length.toLocaleString();
  const words = list.total === undefined ? label : kit('ofMany', { shown, total: totalText(list.total) });
  return (
    <>
      {list.status === 'error' && <Notice tone="danger">{kit('errorTitle')}</Notice>}
      <div className="st-list-foot">
        <span>{words}</span>
        {list.toStart && (
          <Button size="sm" tone="ghost" onClick={list.toStart}>
            {kit('backToStart')}
          </Button>
        )}
        {list.more && (
          <Button size="sm" busy={list.loadingMore} onClick={list.more}>
            {kit('loadMore')}
          </Button>
        )}
      </div>
    </>
  );
}
