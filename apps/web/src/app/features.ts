import type { RouteObject } from 'react-router';
import type { Feature } from './feature';

// A feature is plugged in by existing: its folder under features/ with an index.ts that exports `feature`.
const found = import.meta.glob<{ feature: Feature }>('../features/*/index.ts', { eager: true });

/** Every feature, in the order of its folder name. */
export const features: readonly Feature[] = Object.keys(found)
  .toSorted()
  .flatMap((path) => found[path]?.feature ?? []);

/** All routes of one area. */
export function routesOf(area: keyof NonNullable<Feature['routes']>): RouteObject[] {
  return features.flatMap((feature) => feature.routes?.[area] ?? []);
}
