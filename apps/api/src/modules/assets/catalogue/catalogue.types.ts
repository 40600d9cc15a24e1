import type { AssetTypeCode } from '../asset-types';

/** A model we know by heart; rack units (0 = not rack-mounted). `maxWatts` is drawn, or delivered by a UPS; null = unknown. */
export type CatalogueModel = {
  manufacturer: string;
  model: string;
  partNumber: string | null;
  assetType: AssetTypeCode;
  uHeight: number;
  isFullDepth: boolean;
  maxWatts: number | null;
  /** Patterns such as `ge-0/0/{0-23} 1000base-t pse`; expandPorts() reads them. */
  ports: readonly string[];
};

export type CataloguePort = { name: string; type: string; poeMode: 'pd' | 'pse' | null; mgmtOnly: boolean };

/** What one line of a maker's list must say; the rest has a default. */
export type CatalogueEntry = Pick<CatalogueModel, 'model' | 'assetType'> &
  Partial<Omit<CatalogueModel, 'manufacturer'>>;

/** Gives a maker's entries their name and the defaults: no rack unit, half depth, no ports, power unknown. */
export function madeBy(manufacturer: string, entries: readonly CatalogueEntry[]): CatalogueModel[] {
  const defaults = { partNumber: null, uHeight: 0, isFullDepth: false, maxWatts: null, ports: [] };
  return entries.map((entry) => ({ manufacturer, ...defaults, ...entry }));
}

const PORT = /^([^\s{}]*)(?:\{(\d+)-(\d+)\})?([^\s{}]*) ([^\s{}]+)(?: (pse|pd|mgmt))?$/;

/** The single ports of a model in order, with a pattern such as `ge-0/0/{0-23}` counted out. Throws on a bad pattern. */
export function expandPorts(model: Pick<CatalogueModel, 'ports'>): CataloguePort[] {
  return model.ports.flatMap((pattern) => {
    const match = PORT.exec(pattern);
    if (!match) throw new Error(`"${pattern}" is not a port pattern`);
    const [, head = '', first, last, tail = '', type = '', role] = match;
    const port: Omit<CataloguePort, 'name'> = {
      type,
      poeMode: role === 'pse' || role === 'pd' ? role : null,
      mgmtOnly: role === 'mgmt',
    };
    if (first === undefined || last === undefined) return [{ name: head + tail, ...port }];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, i) => ({ name: `${head}${Number(first) + i}${tail}`, ...port }));
  });
}
