/** A value outside React that components can watch with `useSyncExternalStore`. */
export type Watched<T> = { get: () => T; set: (next: T) => void; subscribe: (listener: () => void) => () => void };

/** Makes a watched value; `set` tells every listener. */
export function watched<T>(initial: T): Watched<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
