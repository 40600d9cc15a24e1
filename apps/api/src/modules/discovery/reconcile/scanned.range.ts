import { cidrContains, formatIp, parseCidr, parseIp, type IpAddress } from '@st0r/net';
import type { ScanDocument } from '../nmap';

/** Answers whether a scan looked for an address, so that silence there means something. */
export type ScannedRange = (ip: string) => boolean;

const NOWHERE: ScannedRange = () => false;
const WORDS_TAKING_A_VALUE =
  /^(-S|-e|-D|-sI|-b|-iL|-iR|-p|-g|-o[NXGSA]|--(exclude|excludefile|dns-servers|proxy|proxies|spoof-mac|script-args|ip-options|source-port|max-rate|min-rate|host-timeout|top-ports|datadir|servicedb|stylesheet|resume))$/;

/**
 * The addresses a scan looked at: the targets of its command lines and the hosts it lists, up or down. Nothing, when it
 * was cut off or lists only part of what answered (--open). Names and target files say nothing about addresses, so
 * there only listed hosts count: calling a device gone needs better evidence than a gap between two neighbours.
 */
export function scannedRange(scan: Pick<ScanDocument, 'args' | 'complete' | 'hosts'>): ScannedRange {
  const lines = scan.args.split('\n').map((line) => line.split(/\s+/));
  if (!scan.complete || lines.some((words) => words.includes('--open') || words.includes('-sL'))) return NOWHERE;
  const listed = new Set(scan.hosts.filter((host) => host.state !== 'skipped').flatMap((host) => host.ips));
  const targets = lines.flatMap((words) => targetWords(words).flatMap(readTarget));
  const excluded = lines.flatMap(excludedWords).flatMap(readTarget);
  return (text) => {
    const ip = parseIp(text);
    if (!ip || excluded.some((covers) => covers(ip))) return false;
    return listed.has(formatIp(ip)) || targets.some((covers) => covers(ip));
  };
}

type Covers = (ip: IpAddress) => boolean;

function targetWords(words: string[]): string[] {
  return words.filter((word, i) => i > 0 && !word.startsWith('-') && !WORDS_TAKING_A_VALUE.test(words[i - 1] ?? ''));
}

function excludedWords(words: string[]): string[] {
  const at = words.indexOf('--exclude');
  return at < 0 ? [] : (words[at + 1] ?? '').split(',');
}

function readTarget(word: string): Covers[] {
  const cidr = parseCidr(word);
  if (cidr) return [(ip) => cidrContains(cidr, ip)];
  const octets = readOctets(word);
  return octets ? [(ip) => ip.version === 4 && fits(octets, ip)] : [];
}

type OctetRange = [low: number, high: number][];

/** nmap's own notation, `10.0.0-3,7.*`: a list of ranges per octet. */
function readOctets(word: string): OctetRange[] | null {
  const parts = word.split('.');
  if (parts.length !== 4) return null;
  const octets = parts.map((part) => part.split(',').map(readOctetRange));
  return octets.every(complete) ? octets : null;
}

function complete(ranges: ([number, number] | null)[]): ranges is OctetRange {
  return ranges.every((range) => range !== null);
}

function readOctetRange(text: string): [number, number] | null {
  if (text === '*') return [0, 255];
  const match = /^(\d{1,3})?(-)?(\d{1,3})?$/.exec(text);
  if (!match || text === '') return null;
  const low = Number(match[1] ?? 0);
  const high = match[2] ? Number(match[3] ?? 255) : low;
  return low <= high && high <= 255 ? [low, high] : null;
}

function fits(octets: OctetRange[], ip: IpAddress): boolean {
  const numbers = formatIp(ip).split('.').map(Number);
  return octets.every((ranges, i) =>
    ranges.some(([low, high]) => low <= (numbers[i] ?? -1) && (numbers[i] ?? 256) <= high),
  );
}
