import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { InjectSettings, type Settings } from '../config';
import { AddressRules } from './address-rules';
import { readAllowedNetworks, readPorts } from './allowed-networks';
import { checkedConnector, checkedSocket, systemResolve, type Resolve } from './checked-connector';
import { OutgoingError } from './outgoing-error';

/** One call to another system. */
export interface OutgoingCall {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Bytes of the answer that are read at most. */
  maxBytes?: number;
  /** Milliseconds until an answer must be complete. */
  timeoutMs?: number;
}

/** What came back, whatever its status. */
export interface OutgoingAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const MAX_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/**
 * The one door to other systems. Every call says what it is `for`; networks are opened per use. Addresses are checked when
 * the socket is opened, redirects are refused, size and time are bounded, and nothing is taken from proxy variables.
 */
@Injectable()
export class Outgoing implements OnApplicationShutdown {
  private readonly rules: AddressRules;
  private readonly agents = new Map<string, Agent>();
  private resolve: Resolve = systemResolve;

  constructor(@InjectSettings() settings: Settings) {
    this.rules = new AddressRules(
      readAllowedNetworks(settings.OUTGOING_ALLOWED_CIDRS),
      readPorts(settings.OUTGOING_ALLOWED_PORTS),
    );
  }

  /** For tests of what a hostile name server can do. */
  static resolvingWith(settings: Settings, resolve: Resolve): Outgoing {
    const outgoing = new Outgoing(settings);
    outgoing.resolve = resolve;
    return outgoing;
  }

  /** Throws OutgoingError when there is no complete answer; every status is an answer but a redirect. */
  async call(use: string, address: string | URL, call: OutgoingCall = {}): Promise<OutgoingAnswer> {
    const url = this.checkedUrl(use, address);
    try {
      return await this.exchange(use, url, call);
    } catch (error) {
      throw explained(error, url.host);
    }
  }

  /** A plain socket for what does not speak HTTP, by the same rules. The caller secures it, and ends it. */
  async open(use: string, host: string, port: number): Promise<Socket> {
    try {
      return await checkedSocket({ use, rules: this.rules, resolve: this.resolve }, host, port);
    } catch (error) {
      throw explained(error, `${host}:${port}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.agents.values()].map((agent) => agent.destroy()));
  }

  private async exchange(use: string, url: URL, call: OutgoingCall): Promise<OutgoingAnswer> {
    const { method = 'GET', headers = {}, body, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = call;
    const answer = await request(url, {
      dispatcher: this.agentFor(use),
      method,
      body: body ?? null,
      headers: { 'user-agent': 'ClientSt0r', ...headers, 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    refuseOddAnswer(answer, url);
    return { status: answer.statusCode, headers: answer.headers, body: await bounded(answer, maxBytes, url) };
  }

  private checkedUrl(use: string, address: string | URL): URL {
    const url = parsed(address);
    if (url.username || url.password)
      throw new OutgoingError('address', 'An address with a user name or password in it is not called.');
    if (url.hostname.endsWith('.')) throw new OutgoingError('address', `${url.hostname} ends in a dot.`);
    if (url.protocol === 'https:') return url;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol === 'http:' && this.rules.plainAllowed(use, host, Number(url.port) || 80)) return url;
    throw new OutgoingError('address', `${url.host} must be called with https://.`);
  }

  private agentFor(use: string): Agent {
    const known = this.agents.get(use);
    if (known) return known;
    const connect = checkedConnector(use, this.rules, (host) => this.resolve(host));
    const agent = new Agent({ connect, keepAliveTimeout: 2000, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
    this.agents.set(use, agent);
    return agent;
  }
}

function parsed(address: string | URL): URL {
  try {
    return new URL(address);
  } catch {
    throw new OutgoingError('address', 'This is not a complete address; it starts with https://.');
  }
}

function refuseOddAnswer({ statusCode, headers, body }: Dispatcher.ResponseData, url: URL): void {
  const encoding = headers['content-encoding'];
  const redirected = statusCode >= 300 && statusCode < 400 && statusCode !== 304;
  if (!redirected && (!encoding || encoding === 'identity')) return;
  body.on('error', () => undefined).destroy();
  if (redirected) throw new OutgoingError('redirected', `${url.host} leads to another address, which is not followed.`);
  throw new OutgoingError('encoded', `${url.host} answers compressed although that was not asked for.`);
}

async function bounded({ body, headers }: Dispatcher.ResponseData, maxBytes: number, url: URL): Promise<Buffer> {
  const tooLarge = (): OutgoingError =>
    new OutgoingError('too_large', `${url.host} answers with more than ${Math.floor(maxBytes / 1024)} KiB.`);
  const chunks: Buffer[] = [];
  let size = 0;
  const refuse = (): never => {
    body.on('error', () => undefined).destroy();
    throw tooLarge();
  };
  if (Number(headers['content-length'] ?? 0) > maxBytes) refuse();
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) refuse();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const TLS_CODES = /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;
const SLOW_CODES = /TIMEOUT|^ETIMEDOUT$/;

/** What happened on the wire, as a sentence; never the URL, which may hold a key. */
function explained(error: unknown, host: string): unknown {
  if (error instanceof OutgoingError) return error;
  const { code = '', name } = error as { code?: string; name?: string };
  const options = { cause: error };
  if (name === 'TimeoutError' || SLOW_CODES.test(code))
    return new OutgoingError('timeout', `${host} does not answer in time.`, options);
  if (TLS_CODES.test(code))
    return new OutgoingError('tls', `The certificate of ${host} is not trusted here (${code}).`, options);
  return new OutgoingError('unreachable', `${host} cannot be reached${code ? ` (${code})` : ''}.`, options);
}
