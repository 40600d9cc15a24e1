import { guessType, TRUSTED_OS_ACCURACY } from './device.type';
import { plainName } from './found.devices';
import type { AssetType, DiffField, FieldDiff, FieldSource, FoundDevice, KnownDevice } from './reconcile.types';

export interface FieldDiffs {
  diffs: FieldDiff[];
  kept: FieldDiff[];
}

interface Comparison {
  field: DiffField;
  recorded: string | null | undefined;
  found: string | undefined;
  source: FieldSource | null | undefined;
  same?: (recorded: string, found: string) => boolean;
}

/**
 * Compares the plain values. Found fills what is empty and replaces what an earlier scan wrote; a value from a person
 * or an import stays and is listed in `kept`. An outdated scan only fills.
 */
export function diffFields(device: KnownDevice, host: FoundDevice, outdated: boolean): FieldDiffs {
  const result: FieldDiffs = { diffs: [], kept: [] };
  for (const { field, recorded, found, source, same } of comparisons(device, host)) {
    const before = recorded?.trim() || null;
    if (!found || before === found || (before && same?.(before, found))) continue;
    const writable = before === null || (source === 'scan' && !outdated);
    const diff: FieldDiff = { field, recorded: before, found, proposed: writable ? found : before };
    (writable ? result.diffs : result.kept).push(diff);
  }
  result.diffs.push(...returned(device, outdated), ...betterType(device, host, outdated));
  return result;
}

/** The name a new record gets: its host name, else vendor and address, else whatever names it. */
export function suggestName(host: FoundDevice): string {
  const [first] = host.interfaces;
  const address = first?.ips[0] ?? first?.mac ?? host.key.replace(/^\w+:/, '');
  return host.hostnames[0] ?? [host.vendor, address].filter(Boolean).join(' ');
}

function comparisons(device: KnownDevice, host: FoundDevice): Comparison[] {
  const { sources = {} } = device;
  const trustedOs = host.os && host.os.accuracy >= TRUSTED_OS_ACCURACY ? host.os.name : undefined;
  // A scan renames only what a scan named, and only when it learned a real name.
  const name = !device.name || (sources.name === 'scan' && host.hostnames[0]) ? suggestName(host) : undefined;
  return [
    { field: 'name', recorded: device.name, found: name, source: sources.name },
    {
      field: 'hostname',
      recorded: device.hostname,
      found: host.hostnames[0],
      source: sources.hostname,
      same: (recorded) => answersTo(host, recorded),
    },
    {
      field: 'manufacturer',
      recorded: device.manufacturer,
      found: host.vendor,
      source: sources.manufacturer,
      same: sameMaker,
    },
    { field: 'os', recorded: device.os, found: trustedOs, source: device.osSource },
  ];
}

function answersTo(host: FoundDevice, recorded: string): boolean {
  const name = plainName(recorded);
  return host.hostnames.some((found) => found === name || found.split('.')[0] === name);
}

/** "VMware" and "VMware, Inc." are one maker. */
function sameMaker(recorded: string, found: string): boolean {
  const [a, b] = [recorded, found].map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return Boolean(a && b && (a.startsWith(b) || b.startsWith(a)));
}

function returned(device: KnownDevice, outdated: boolean): FieldDiff[] {
  if (!device.vanishedAt || outdated) return [];
  return [{ field: 'vanishedAt', recorded: device.vanishedAt.toISOString(), found: null, proposed: null }];
}

// A scan of fewer ports guesses worse, so a guess is replaced only when the system itself was recognised.
function betterType(device: KnownDevice, host: FoundDevice, outdated: boolean): FieldDiff[] {
  const found: AssetType = guessType(host);
  const open = !device.type || device.type === 'other';
  const recognised = (host.os?.accuracy ?? 0) >= TRUSTED_OS_ACCURACY && device.sources?.type === 'scan' && !outdated;
  if (found === 'other' || found === device.type || !(open || recognised)) return [];
  return [{ field: 'type', recorded: device.type || null, found, proposed: found }];
}
