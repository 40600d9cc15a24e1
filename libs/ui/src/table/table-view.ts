import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSyncExternalStore } from 'react';
import { watched } from '../listeners';
import type { Column } from './columns';

const densityKey = 'st0r.density';
const compact = watched(globalThis.localStorage?.getItem(densityKey) === 'compact');

/** Row height, one choice for every list in this browser: compact or not. */
export function useDensity(): { compact: boolean; setCompact: (value: boolean) => void } {
  const value = useSyncExternalStore(compact.subscribe, compact.get);
  return { compact: value, setCompact: chooseDensity };
}

/** Shows all lists compact or not, and remembers it in this browser. */
export function chooseDensity(next: boolean): void {
  localStorage.setItem(densityKey, next ? 'compact' : 'comfortable');
  compact.set(next);
}

/** Which columns show, kept in the URL as `cols=name,status`; without it the columns not marked hidden. */
export function useColumnChoice<Row>(columns: readonly Column<Row>[]) {
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('cols');
  const shown = useMemo(() => {
    const named = chosen?.split(',').filter((id) => columns.some((column) => column.id === id)) ?? [];
    const standard = columns.filter((column) => !column.hidden).map((column) => column.id);
    return new Set(named.length > 0 ? named : standard);
  }, [chosen, columns]);
  /** Shows or hides one column; returns what the URL holds from then on. */
  function toggle(id: string): string {
    const next = columns.map((column) => column.id).filter((each) => (each === id ? !shown.has(id) : shown.has(each)));
    setSearch(
      (before) => {
        before.set('cols', next.join(','));
        return before;
      },
      { replace: true },
    );
    return next.join(',');
  }
  return { shown, toggle };
}
