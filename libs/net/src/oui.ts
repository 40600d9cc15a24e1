import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isLocallyAdministered, normaliseMac } from './mac';

// IEEE registries: MA-S has 36-bit prefixes, MA-M 28, MA-L 24. A longer one is carved out of a shorter.
const PREFIX_DIGITS = [9, 7, 6] as const;

/** Answers who made a device from its MAC address; null for unknown and locally administered addresses. */
export type VendorLookup = (mac: string) => string | null;

let loading: Promise<VendorLookup> | undefined;

/** Loads the IEEE registry on first use (server only, about 54,000 names kept) and answers a synchronous lookup. */
export function loadVendors(): Promise<VendorLookup> {
  loading ??= readRegistry().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The vendor of one MAC address; loads the registry when needed. */
export async function vendorOf(mac: string): Promise<string | null> {
  const lookup = await loadVendors();
  return lookup(mac);
}

async function readRegistry(): Promise<VendorLookup> {
  const file = createRequire(import.meta.url).resolve('oui-data');
  return vendorLookup(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
}

/** A lookup over registry rows: upper-case hex prefix (6, 7 or 9 digits) to a name, postal address after a line break. */
export function vendorLookup(registry: Record<string, string>): VendorLookup {
  const names = new Map<string, string>();
  for (const [prefix, entry] of Object.entries(registry)) names.set(prefix, firstLine(entry));
  return (mac) => {
    const digits = normaliseMac(mac)?.replaceAll(':', '').toUpperCase();
    if (!digits || isLocallyAdministered(mac)) return null;
    return PREFIX_DIGITS.map((length) => names.get(digits.slice(0, length))).find(Boolean) ?? null;
  };
}

function firstLine(entry: string): string {
  const end = entry.indexOf('\n');
  // A copy, so that the postal addresses of 54,000 companies do not stay in memory behind a slice.
  return Buffer.from(end < 0 ? entry : entry.slice(0, end)).toString();
}
