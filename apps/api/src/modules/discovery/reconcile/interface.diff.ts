import { plainInterface } from './device.index';
import type { FieldDiff, FoundDevice, KnownDevice, KnownInterface } from './reconcile.types';
import type { ScannedRange } from './scanned.range';

export interface InterfaceRules {
  inRange: ScannedRange;
  /** The scan is older than the record: it fills gaps and changes nothing. */
  outdated: boolean;
  /** The conflict at hand is about the MAC: accepting it puts the found one in place of the recorded. */
  replaceMac: boolean;
}

type FoundInterface = FoundDevice['interfaces'][number];
interface Draft {
  mac?: string;
  ips: string[];
  source?: KnownInterface['source'];
}

/** What the found interfaces change in the recorded ones; indexes point into the record, or past its end for added ones. */
export function diffInterfaces(device: KnownDevice, host: FoundDevice, rules: InterfaceRules): FieldDiff[] {
  const drafts: Draft[] = device.interfaces.map((known) => ({ ...plainInterface(known), source: known.source }));
  const answering = new Set(host.interfaces.flatMap((found) => found.ips));
  return host.interfaces.flatMap((found) => {
    const at = findDraft(drafts, found, rules.replaceMac);
    const draft = (drafts[at] ??= { ips: [], source: 'scan' });
    return [...diffMac(draft, found, at), ...diffIps(drafts, { found, at, rules, answering })];
  });
}

function findDraft(drafts: Draft[], found: FoundInterface, replaceMac: boolean): number {
  const byMac = drafts.findIndex((draft) => found.mac !== undefined && draft.mac === found.mac);
  if (byMac >= 0) return byMac;
  const byIp = drafts.findIndex(
    (draft) => found.ips.some((ip) => draft.ips.includes(ip)) && (!draft.mac || !found.mac || replaceMac),
  );
  if (byIp >= 0) return byIp;
  const empty = drafts.findIndex((draft) => !draft.mac && draft.ips.length === 0);
  if (empty >= 0) return empty;
  return drafts.length === 1 && !found.mac ? 0 : drafts.length;
}

function diffMac(draft: Draft, found: FoundInterface, at: number): FieldDiff[] {
  if (!found.mac || draft.mac === found.mac) return [];
  const recorded = draft.mac ?? null;
  draft.mac = found.mac;
  return [{ field: 'mac', interfaceIndex: at, recorded, found: found.mac, proposed: found.mac }];
}

interface IpComparison {
  found: FoundInterface;
  at: number;
  rules: InterfaceRules;
  answering: Set<string>;
}

function diffIps(drafts: Draft[], { found, at, rules, answering }: IpComparison): FieldDiff[] {
  const draft = drafts[at];
  const fresh = found.ips.filter((ip) => !drafts.some((other) => other.ips.includes(ip)));
  if (!draft || fresh.length === 0 || (rules.outdated && draft.ips.length > 0)) return [];
  const recorded = draft.ips;
  // An address a scan recorded gives way when the device answers at another one; what people wrote stays.
  const stays = (ip: string): boolean => draft.source !== 'scan' || answering.has(ip) || !rules.inRange(ip);
  draft.ips = [...recorded.filter(stays), ...fresh];
  return [{ field: 'ips', interfaceIndex: at, recorded, found: found.ips, proposed: draft.ips }];
}
