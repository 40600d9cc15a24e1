/** The organisations of a scope that are meant, once each; narrower than the scope or the same, never wider. */
export function narrowed(scope: readonly string[], within?: readonly string[]): string[] {
  if (!within) return [...scope];
  const held = new Set(scope);
  return [...new Set(within)].filter((id) => held.has(id));
}
