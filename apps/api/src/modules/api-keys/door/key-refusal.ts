import { NEVER_GRANTABLE, isPermission } from '../../../platform/authorize';
import { Forbidden, Unauthenticated, type DomainError } from '../../../platform/errors';
import { cidrContains, parseCidr, parseIp } from '@st0r/net';
import { today } from '../keys/api-key-state';
import type { FoundKey } from './key-finder';

/** Why a key whose secret is right is not good here and now. */
export interface Refusal {
  readonly reason: string;
  readonly error: DomainError;
}

const dead = (reason: string, detail: string): Refusal => ({
  reason,
  error: new Unauthenticated(`api_key.${reason}`, detail),
});

/** The first reason against a key, or undefined; without an address for work that has none. */
export function refusalOf(key: FoundKey, ip?: string): Refusal | undefined {
  if (key.revokedAt) return dead('revoked', 'This API key was revoked.');
  if (key.replaced) return dead('replaced', 'This API key was replaced by a newer secret.');
  if (key.expiresOn < today()) return dead('expired', `This API key expired on ${key.expiresOn}.`);
  if (key.suspendedAt) return dead('suspended', 'This API key is suspended. Whoever manages keys can let it go on.');
  if (key.ownerState !== 'active') return dead('owner_inactive', 'The person this API key acts for is not active.');
  if (!key.scopes.every((code) => isPermission(code) && !NEVER_GRANTABLE.has(code)))
    return dead('tampered', 'This API key holds a scope no key may hold. It was not made here.');
  if (ip === undefined || inNetworks(key.networks, ip)) return undefined;
  return {
    reason: 'network',
    error: new Forbidden('api_key.network', { detail: 'This API key does not work from this address.' }),
  };
}

/** No network means anywhere; an address we cannot read is nowhere. */
function inNetworks(networks: readonly string[], ip: string): boolean {
  if (networks.length === 0) return true;
  const address = parseIp(ip);
  if (!address) return false;
  return networks.some((network) => {
    const block = parseCidr(network);
    return block !== null && cidrContains(block, address);
  });
}
