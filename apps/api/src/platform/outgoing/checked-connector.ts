import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressRules } from './address-rules';
import { OutgoingError } from './outgoing-error';

const CONNECT_MS = 5000;

/** Addresses of a name, best first. */
export type Resolve = (host: string) => Promise<string[]>;

/** The system's own answer, as every other program gets it. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** How names become addresses that may be called, for one use. */
export interface Checks {
  readonly use: string;
  readonly rules: AddressRules;
  readonly resolve: Resolve;
}

/**
 * Opens sockets to addresses that were checked, never to names: the name is resolved here, each address is judged, and
 * the socket goes to that very address. A literal takes the same way, in whatever spelling it came.
 */
export function checkedConnector(use: string, rules: AddressRules, resolve: Resolve): buildConnector.connector {
  const call = buildConnector({ timeout: CONNECT_MS, allowH2: false });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const attempt = (address: string): Promise<Parameters<typeof callback>> =>
      new Promise((done) =>
        call({ ...options, hostname: address, servername: isIP(host) ? undefined : host }, (...result) =>
          done(result as Parameters<typeof callback>),
        ),
      );
    checkedAddresses({ use, rules, resolve }, host, port)
      .then(async (addresses) => {
        let result: Parameters<typeof callback> | undefined;
        for (const address of addresses) {
          result = await attempt(address);
          if (result[0] === null) break;
        }
        callback(...(result as Parameters<typeof callback>));
      })
      .catch((error: unknown) => callback(error as Error, null));
  };
}

/** A socket to a checked address, for what does not speak HTTP. */
export async function checkedSocket(checks: Checks, host: string, port: number): Promise<Socket> {
  let failure: unknown;
  for (const address of await checkedAddresses(checks, host, port)) {
    try {
      return await opened(address, port);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function opened(address: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    const late = setTimeout(() => socket.destroy(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), CONNECT_MS);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.removeListener('error', reject);
      resolve(socket);
    });
    socket.once('error', reject).once('close', () => clearTimeout(late));
  });
}

async function checkedAddresses({ use, rules, resolve }: Checks, host: string, port: number): Promise<string[]> {
  const addresses = isIP(host) ? [host] : await resolved(resolve, host);
  // One bad address among good ones is a trick, not an accident: none is tried.
  for (const address of addresses) {
    const refusal = rules.refusal(use, address, port);
    if (refusal) throw new OutgoingError('blocked', `${host} cannot be called: ${refusal}.`);
  }
  return addresses;
}

async function resolved(resolve: Resolve, host: string): Promise<string[]> {
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw new OutgoingError('unresolved', `The name ${host} is not known. Check its spelling and the DNS here.`, {
      cause,
    });
  });
  if (addresses.length === 0) throw new OutgoingError('unresolved', `The name ${host} has no address.`);
  return addresses;
}
