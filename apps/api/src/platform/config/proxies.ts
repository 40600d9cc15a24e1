import { isIp, parseCidr } from '@st0r/net';

/** Reads TRUSTED_PROXIES: addresses and networks, separated by commas. Throws an Error that quotes what is neither. */
export function readProxies(text: string): string[] {
  const entries = text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const wrong = entries.find((one) => !isIp(one) && !parseCidr(one));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no address and no network; write 10.0.0.5 or 10.0.0.0/24`);
  return entries;
}
