import ipaddr from 'ipaddr.js';
import type { AllowedNetwork } from './allowed-networks';

/** Where cloud machines answer with their own credentials: no exception opens these. */
const METADATA = ['169.254.0.0/16', 'fe80::/10', 'fd00:ec2::254/128', '100.100.100.200/32', '192.0.0.192/32'].map(
  (cidr) => ipaddr.parseCIDR(cidr),
);

/** What may be connected to: the public internet on the usual ports, and what an operator opened. */
export class AddressRules {
  constructor(
    private readonly networks: readonly AllowedNetwork[],
    private readonly ports: readonly number[],
  ) {}

  /** Why a connection is refused, or null. `address` is what the socket would connect to, never a name. */
  refusal(use: string, address: string, port: number): string | null {
    if (!ipaddr.isValid(address)) return `${address} is no address`;
    const ip = ipaddr.process(address);
    if (METADATA.some((range) => inside(ip, range)))
      return `${address} answers cloud machines only and is never called`;
    if (this.opened(use, ip, port)) return null;
    if (ip.range() !== 'unicast')
      return `${address} is not an address of the public internet; an operator can open it with OUTGOING_ALLOWED_CIDRS=${use}=${ip.toString()}/${ip.kind() === 'ipv4' ? 32 : 128}`;
    return this.ports.includes(port)
      ? null
      : `port ${port} is closed for calls to other systems; an operator can open it with OUTGOING_ALLOWED_PORTS`;
  }

  /** Plain HTTP is for a program on this very machine that an operator opened. */
  plainAllowed(use: string, host: string, port: number): boolean {
    if (!ipaddr.isValid(host)) return false;
    const ip = ipaddr.process(host);
    return ip.range() === 'loopback' && this.opened(use, ip, port);
  }

  private opened(use: string, ip: ipaddr.IPv4 | ipaddr.IPv6, port: number): boolean {
    return this.networks.some(
      (network) =>
        (network.use === null || network.use === use) &&
        inside(ip, network.range) &&
        (network.port === '*' || (network.port === null ? this.ports.includes(port) : network.port === port)),
    );
  }
}

function inside(ip: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean {
  return ip.kind() === network.kind() && ip.match(network as never, bits);
}
