import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ASSET_GROUPS, ASSET_TYPES, ASSET_TYPE_CODES, isAssetType } from './asset-types';

const icons = fileURLToPath(new URL('../../../../../node_modules/bootstrap-icons/icons/', import.meta.url));

describe('asset types', () => {
  it('offers the 62 kinds of things an MSP looks after', () => {
    expect(ASSET_TYPE_CODES).toHaveLength(62);
    expect(new Set(Object.values(ASSET_TYPES).map((type) => type.label)).size).toBe(62);
  });

  it('draws each type with an icon that exists', () => {
    const missing = ASSET_TYPE_CODES.filter((code) => !existsSync(`${icons}${ASSET_TYPES[code].icon}.svg`));
    expect(missing).toEqual([]);
  });

  it('leaves no group empty', () => {
    const used = new Set<string>(Object.values(ASSET_TYPES).map((type) => type.group));
    expect(ASSET_GROUPS.filter((group) => !used.has(group))).toEqual([]);
  });

  it('does not take an inherited property name for a type', () => {
    expect(isAssetType('switch')).toBe(true);
    expect(['toString', '__proto__', 'constructor', '', null].filter(isAssetType)).toEqual([]);
  });
});
