import type { AssetEntity, FieldSource } from './asset.entity';

/** Properties discovery competes for, by the name they have in `fieldSources`. */
const TRACKED = {
  name: 'name',
  hostname: 'hostname',
  type: 'type',
  manufacturerId: 'manufacturer',
  modelId: 'model',
  serial: 'serial',
} as const satisfies { [K in keyof AssetEntity]?: string };

/** Who wrote what after a change: a changed value belongs to `source`, and `hand` is written by leaving the name out. */
export function sourcesAfter(
  before: AssetEntity | null,
  patch: Partial<AssetEntity>,
  source: FieldSource,
): Pick<AssetEntity, 'fieldSources' | 'osSource'> | Partial<AssetEntity> {
  const sources = { ...before?.fieldSources };
  for (const [property, name] of Object.entries(TRACKED)) {
    if (!changed(before, patch, property as keyof AssetEntity)) continue;
    if (source === 'hand') delete sources[name];
    else sources[name] = source;
  }
  const fieldSources = Object.keys(sources).length > 0 ? sources : null;
  return { fieldSources, ...(changed(before, patch, 'os') ? { osSource: patch.os ? source : null } : {}) };
}

function changed(before: AssetEntity | null, patch: Partial<AssetEntity>, property: keyof AssetEntity): boolean {
  const value = patch[property];
  return value !== undefined && (value ?? null) !== (before?.[property] ?? null);
}
