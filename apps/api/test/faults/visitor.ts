import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { totpCode, totpSettings } from '@st0r/crypto';
import type { Stack } from '../../../../tools/journeys/stack.mjs';

const PASSWORD = 'four quiet otters swim';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What came back over the wire. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: ReturnType<typeof JSON.parse>;
}

/** How a site is reached that has a name and a certificate of its own, and from which address of this machine. */
export interface Wire {
  ca: Buffer;
  servername: string;
  from?: string;
}

/** One request over a connection of its own; rejects when the connection is refused or cut. */
export function ask(url: string, options: { method?: string; headers?: object; body?: unknown; wire?: Wire } = {}) {
  const { method = 'GET', headers = {}, body, wire } = options;
  const payload = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const type = payload === undefined || Buffer.isBuffer(payload) ? {} : { 'content-type': 'application/json' };
  return new Promise<WireAnswer>((resolve, reject) => {
    const call = caller(url, { method, headers: { ...type, ...headers }, wire }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const json = /[/+]json\b/.test(response.headers['content-type'] ?? '') && text !== '';
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          body: json ? JSON.parse(text) : {},
        });
      });
    });
    call.on('error', reject);
    call.end(payload);
  });
}

function caller(
  url: string,
  { method, headers, wire }: { method: string; headers: object; wire?: Wire | undefined },
  take: (response: IncomingMessage) => void,
): ClientRequest {
  if (!wire) return plainRequest(url, { method, agent: false, headers: { ...headers } }, take);
  const { ca, servername, from } = wire;
  const host = `${servername}:${new URL(url).port}`;
  const options = { method, agent: false, ca, servername, localAddress: from, headers: { host, ...headers } } as const;
  return tlsRequest(url, options, take);
}

/** A person in front of a browser, with a cookie jar, calling the built product. */
export class Visitor {
  private jar: Record<string, string> = {};
  /** What their authenticator was given. */
  private secret = '';
  /** The organisation they own. */
  organisationId = '';

  constructor(
    readonly url: string,
    readonly wire?: Wire,
  ) {}

  /** The owner of a fresh installation, set up and signed in with a second factor. */
  static async owner(stack: Stack): Promise<Visitor> {
    const owner = new Visitor(stack.url);
    const token = new URL(await stack.operator('setup-link')).hash.replace('#token=', '');
    await owner.must('POST', '/setup', {
      token,
      email: 'olga@provider.example',
      name: 'Olga Owner',
      password: PASSWORD,
      organisation: { name: 'Provider' },
    });
    await owner.enrol();
    const me = await owner.must('GET', '/me');
    owner.organisationId = String(me.body.organisations[0].id);
    return owner;
  }

  /** Lets them have an authenticator. */
  async enrol(): Promise<void> {
    const { body } = await this.must('POST', '/auth/totp/enrolment');
    this.secret = String(body.secret);
    await this.must('POST', '/auth/totp/enrolment/confirm', { codes: [-30, 0].map((at) => this.code(at)) });
  }

  /** The same person in front of another browser. */
  as({ secret, organisationId }: Visitor): Visitor {
    return Object.assign(this, { secret, organisationId });
  }

  /** Headers that prove who this is. */
  get identity(): Record<string, string> {
    const cookie = Object.entries(this.jar).map(([name, value]) => `${name}=${value}`);
    return cookie.length > 0 ? { cookie: cookie.join('; '), 'x-msp': '1' } : { 'x-msp': '1' };
  }

  /** The same person at another node, or by another way, in the same session. */
  at(url: string, wire?: Wire): Visitor {
    const there = new Visitor(url, wire);
    return Object.assign(there, { jar: this.jar, secret: this.secret, organisationId: this.organisationId });
  }

  /** What their browser holds now, and puts back: as if an answer had never arrived. */
  get cookies(): Record<string, string> {
    return { ...this.jar };
  }
  set cookies(jar: Record<string, string>) {
    this.jar = { ...jar };
  }

  /** One request; `path` is below /api/v1 unless it begins with /api or /health. */
  async call(method: string, path: string, body?: unknown, headers: object = {}): Promise<WireAnswer> {
    const url = `${this.url}${/^\/(api|health)/.test(path) ? path : `/api/v1${path}`}`;
    const answer = await ask(url, { method, body, headers: { ...this.identity, ...headers }, wire: this.wire });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) this.keep(line);
    return answer;
  }

  /** An answer whose head has come and whose end has not. */
  stream(path: string, headers: object = {}): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const all = { accept: 'text/event-stream', ...this.identity, ...headers };
      const call = caller(`${this.url}/api/v1${path}`, { method: 'GET', headers: all, wire: this.wire }, resolve);
      call.on('error', reject).end();
    });
  }

  /** The same, for requests that have to work. */
  async must(method: string, path: string, body?: unknown): Promise<WireAnswer> {
    const answer = await this.call(method, path, body);
    if (answer.status < 300) return answer;
    throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  }

  /** A new asset of their organisation. */
  addAsset(name: string, headers: object = {}): Promise<WireAnswer> {
    return this.call('POST', '/assets', { organisationId: this.organisationId, name }, headers);
  }

  /** The first step of signing in anew; unless told, in a browser nobody knows. */
  password({ known = false, work }: { known?: boolean; work?: object } = {}): Promise<WireAnswer> {
    const { '__Host-dev': device } = this.jar;
    this.jar = known && device ? { '__Host-dev': device } : {};
    return this.call('POST', '/auth/login', { email: 'olga@provider.example', password: PASSWORD, work });
  }

  /** Signs in anew with a code of the clock that is so many seconds ahead of ours; answers the last answer. */
  async signIn(seconds = 0, how: { known?: boolean; work?: object } = {}): Promise<WireAnswer> {
    const first = await this.password(how);
    if (first.status >= 300) return first;
    return this.call('POST', '/auth/totp', { code: this.code(seconds) });
  }

  /** What their authenticator shows when the clock is so many seconds ahead of ours. */
  code(seconds: number): string {
    return code(this.secret, seconds);
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') delete this.jar[name];
    else this.jar[name] = value;
  }
}

function code(secret: string, seconds: number): string {
  const bits = [...secret.replace(/=+$/, '')].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'));
  const seed = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return totpCode(totpSettings(seed), Date.now() + seconds * 1000).code;
}
