import { isIp, parseCidr } from '@st0r/net';

/** Ranges the server in front of our routes knows by name. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];
const MASKED = /^(?:\d{1,3}\.){3}\d{1,3}\/(?:\d{1,3}\.){3}\d{1,3}$/;

/** Reads TRUSTED_PROXIES: addresses and networks, separated by commas. Throws an Error that quotes what is neither. */
export function readProxies(text: string): string[] {
  const entries = text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const wrong = entries.find((one) => !NAMED.includes(one) && !isNetwork(one));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no address and no network; write 10.0.0.5 or 10.0.0.0/24`);
  const all = entries.find((one) => /\/(?:0|0\.0\.0\.0)$/.test(one));
  if (all !== undefined) throw new Error(`"${all}" would believe anybody; name the proxies themselves`);
  return entries;
}

function isNetwork(text: string): boolean {
  if (isIp(text) || parseCidr(text)) return true;
  // 10.0.0.0/255.255.255.0
  return MASKED.test(text) && text.split('/').every(isIp);
}
