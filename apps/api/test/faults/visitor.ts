import { request } from 'node:http';
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

/** One request over a connection of its own; rejects when the connection is refused or cut. */
export function ask(url: string, options: { method?: string; headers?: object; body?: unknown } = {}) {
  const { method = 'GET', headers = {}, body } = options;
  const payload = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const type = payload === undefined || Buffer.isBuffer(payload) ? {} : { 'content-type': 'application/json' };
  return new Promise<WireAnswer>((resolve, reject) => {
    const call = request(url, { method, agent: false, headers: { ...type, ...headers } }, (response) => {
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

/** A person in front of a browser, with a cookie jar, calling the built product. */
export class Visitor {
  private jar: Record<string, string> = {};
  /** What their authenticator was given. */
  private secret = '';
  /** The organisation they own. */
  organisationId = '';

  constructor(readonly url: string) {}

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
    const { body } = await owner.must('POST', '/auth/totp/enrolment');
    owner.secret = String(body.secret);
    await owner.must('POST', '/auth/totp/enrolment/confirm', { codes: [-30, 0].map((at) => owner.code(at)) });
    const me = await owner.must('GET', '/me');
    owner.organisationId = String(me.body.organisations[0].id);
    return owner;
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

  /** The same person at another node, in the same session. */
  at(url: string): Visitor {
    const there = new Visitor(url);
    return Object.assign(there, { jar: this.jar, organisationId: this.organisationId });
  }

  /** One request; `path` is below /api/v1 unless it begins with /api or /health. */
  async call(method: string, path: string, body?: unknown, headers: object = {}): Promise<WireAnswer> {
    const url = `${this.url}${/^\/(api|health)/.test(path) ? path : `/api/v1${path}`}`;
    const answer = await ask(url, { method, body, headers: { ...this.identity, ...headers } });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) this.keep(line);
    return answer;
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

  /** Signs in anew with a code of the clock that is so many seconds ahead of ours; answers the last answer. */
  async signIn(seconds = 0): Promise<WireAnswer> {
    this.jar = {};
    const first = await this.call('POST', '/auth/login', { email: 'olga@provider.example', password: PASSWORD });
    if (first.status >= 300) return first;
    return this.call('POST', '/auth/totp', { code: this.code(seconds) });
  }

  private code(seconds: number): string {
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
