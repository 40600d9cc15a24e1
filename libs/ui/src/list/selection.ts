import { useMemo, useState } from 'react';

/** The rows a person ticked, by id. */
export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Adds many, for a range or "all shown". */
  add: (ids: readonly string[]) => void;
  clear: () => void;
};

/** Holds the ticked rows of one list; give it to the table and to the bulk bar. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids,
      toggle: (id) =>
        setIds((before) =>
          before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]),
        ),
      add: (more) => setIds((before) => new Set([...before, ...more])),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}
