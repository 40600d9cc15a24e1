/** A patch without the nulls of properties that always have a value: null leaves those as they are. */
export function keepAlwaysSet<T extends object>(patch: T, alwaysSet: readonly string[]): Partial<T> {
  const kept = Object.entries(patch).filter(([key, value]) => value !== null || !alwaysSet.includes(key));
  return Object.fromEntries(kept) as Partial<T>;
}
