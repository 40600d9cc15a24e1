import { cidrContains, parseCidr, type Cidr, type IpAddress } from '@st0r/net';

/** Where an address is, as far as anybody can say. */
export type Place =
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'local' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no_database' };

const blocks = (...texts: string[]): Cidr[] => texts.map((text) => parseCidr(text) as Cidr);
const LOOPBACK = blocks('127.0.0.0/8', '::1/128');
/** Networks of houses and offices, which belong to no country. */
const LOCAL = blocks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10');

const within = (list: readonly Cidr[], ip: IpAddress): boolean => list.some((block) => cidrContains(block, ip));

/** The machine itself: its console always gets in. */
export const isLoopback = (ip: IpAddress): boolean => within(LOOPBACK, ip);

export const isLocal = (ip: IpAddress): boolean => isLoopback(ip) || within(LOCAL, ip);
