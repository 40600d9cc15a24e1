import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** A network an operator opened, for one use or for all, on the usual ports, on one port or on all. */
export interface AllowedNetwork {
  readonly use: string | null;
  readonly range: Range;
  readonly port: number | '*' | null;
}

const ENTRY = /^(?:([a-z][a-z-]*)=)?([0-9a-f.:]+\/\d+)(?:@(\d{1,5}|\*))?$/i;

/**
 * Reads OUTGOING_ALLOWED_CIDRS: entries `[use=]CIDR[@port]`, separated by commas; `@*` opens every port.
 * Throws an Error that quotes the entry it does not understand.
 */
export function readAllowedNetworks(text: string): AllowedNetwork[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(readEntry);
}

function readEntry(entry: string): AllowedNetwork {
  const [, use = null, cidr = '', port] = ENTRY.exec(entry) ?? [];
  if (!ipaddr.isValidCIDR(cidr))
    throw new Error(`"${entry}" is no network; write sso=10.0.0.0/8 or sso=10.0.0.5/32@8443`);
  return { use, range: ipaddr.parseCIDR(cidr), port: port === '*' ? '*' : port ? Number(port) : null };
}

/** Reads OUTGOING_ALLOWED_PORTS. */
export function readPorts(text: string): number[] {
  return text.split(',').map((one) => {
    const port = Number(one.trim());
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`"${one.trim()}" is no port`);
    return port;
  });
}
