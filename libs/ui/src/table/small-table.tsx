import type { ReactNode } from 'react';

/** A column head; `end` for numbers, `heard` for a column of buttons whose head only screen readers say. */
export type SmallHead = string | { text: string; as: 'end' | 'heard' };

type SmallTableProps = {
  /** Name of the table, and of the region that scrolls where the page is too narrow. */
  label: string;
  heads: readonly SmallHead[];
  /** The rows. */
  children: ReactNode;
};

/** A short table whose rows are all there: no paging, no filter, no selection. Longer ones are a `DataTable`. */
export function SmallTable({ label, heads, children }: SmallTableProps) {
  return (
    <div className="st-table-scroller" tabIndex={0} role="region" aria-label={label}>
      <table className="st-table" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <Head key={typeof head === 'string' ? head : head.text} head={head} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Head({ head }: { head: SmallHead }) {
  if (typeof head === 'string') return <th scope="col">{head}</th>;
  return (
    <th scope="col" className="st-end">
      {head.as === 'heard' ? <span className="visually-hidden">{head.text}</span> : head.text}
    </th>
  );
}
