import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

type Claims = Record<string, unknown>;

/** How the next ID token differs from an honest one. */
export interface Mischief {
  /** Added to the claims, or taken away with undefined. */
  claims?: Claims;
  /** Changes the finished token. */
  token?: (token: string) => string;
  alg?: 'none' | 'HS256';
  /** Names a key nobody has published. */
  unknownKid?: boolean;
  /** Answers the token request with this instead. */
  answer?: { status: number; body: string; headers?: Record<string, string> };
  /** An access token that does not fit at_hash. */
  accessToken?: string;
  userinfo?: Claims;
}

interface Issued {
  query: URLSearchParams;
  mischief: Mischief;
  person: Claims;
}

interface KeyPair {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  kid: string;
}

/** An OpenID Connect provider of our own that can be told to lie, on loopback; stop it at the end. */
export class HostileProvider {
  private readonly codes = new Map<string, Issued>();
  private key: KeyPair;
  /** Paths asked for so far, in order. */
  readonly asked: string[] = [];
  /** Replaces what a path answers. */
  readonly answers = new Map<string, (response: ServerResponse, body: string) => void>();
  /** Merged into the discovery document. */
  metadata: Claims = {};

  private constructor(
    private readonly server: Server,
    readonly origin: string,
    readonly path: string,
  ) {}

  static async start(path = ''): Promise<HostileProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new HostileProvider(server, origin, path);
    await provider.rotate();
    server.on('request', (request, response) => void provider.serve(request, response));
    return provider;
  }

  get issuer(): string {
    return `${this.origin}${this.path}`;
  }

  /** Signs with another key from now on; the old one is no longer published. */
  async rotate(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    this.key = { privateKey, publicKey, kid: randomBytes(6).toString('hex') };
  }

  /** What the browser would be sent back with, for a person who signed in at `location`. */
  signIn(location: string, person: Claims = {}, mischief: Mischief = {}): URLSearchParams {
    const query = new URL(location).searchParams;
    const code = randomBytes(16).toString('base64url');
    this.codes.set(code, { query, mischief, person });
    return new URLSearchParams({ code, state: query.get('state') ?? '', iss: this.issuer });
  }

  /** A token signed with the present key. */
  async sign(claims: Claims, header: { typ?: string; kid?: string } = {}): Promise<string> {
    const { privateKey, kid } = this.key;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
  }

  count(path: string): number {
    return this.asked.filter((one) => one === path).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = (request.url ?? '').split('?')[0] ?? '';
    const path = address.startsWith(this.path) ? address.slice(this.path.length) : address;
    this.asked.push(path);
    const body = await bodyOf(request);
    const special = this.answers.get(path);
    if (special) return special(response, body);
    const json = (value: unknown, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path === '/.well-known/openid-configuration') return json(this.discovery());
    if (path === '/jwks') return json({ keys: [await this.publicKey()] });
    if (path === '/token') return this.token(new URLSearchParams(body), json, response);
    if (path === '/userinfo') return json(this.userinfo(request));
    return json({ error: 'not_found' }, 404);
  }

  private discovery(): Claims {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/logout`,
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...this.metadata,
    };
  }

  private async publicKey(): Promise<JWK> {
    return { ...(await exportJWK(this.key.publicKey)), kid: this.key.kid, alg: 'RS256', use: 'sig' };
  }

  private async token(
    form: URLSearchParams,
    json: (value: unknown, status?: number) => void,
    response: ServerResponse,
  ): Promise<void> {
    const issued = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!issued || challenge !== issued.query.get('code_challenge')) return json({ error: 'invalid_grant' }, 400);
    const { answer } = issued.mischief;
    if (answer) {
      const headers = { 'content-type': 'application/json', ...answer.headers };
      return void response.writeHead(answer.status, headers).end(answer.body);
    }
    const accessToken = randomBytes(16).toString('base64url');
    const hash = createHash('sha256').update(accessToken).digest();
    const claims = this.claims(issued, hash.subarray(0, 16).toString('base64url'));
    this.person = { sub: claims['sub'], ...issued.mischief.userinfo };
    return json({
      access_token: issued.mischief.accessToken ?? accessToken,
      token_type: 'Bearer',
      id_token: await this.idToken(claims, issued.mischief),
    });
  }

  private person: Claims = {};

  private userinfo({ headers }: IncomingMessage): Claims {
    return headers.authorization ? this.person : {};
  }

  private claims({ query, mischief, person }: Issued, atHash: string): Claims {
    const now = Math.floor(Date.now() / 1000);
    const honest = {
      iss: this.issuer,
      sub: 'sub-1',
      aud: query.get('client_id'),
      iat: now,
      exp: now + 300,
      nonce: query.get('nonce'),
      at_hash: atHash,
      email: 'person@contoso.example',
      name: 'Connie Contoso',
      groups: [],
    };
    return JSON.parse(JSON.stringify({ ...honest, ...person, ...mischief.claims })) as Claims;
  }

  private async idToken(claims: Claims, { alg, unknownKid, token = (same) => same }: Mischief): Promise<string> {
    if (alg === 'none') return new UnsecuredJWT(claims).encode();
    if (alg === 'HS256') {
      // The classic confusion: the public key, which everybody has, as the secret of a symmetric signature.
      const secret = new TextEncoder().encode(JSON.stringify(await this.publicKey()));
      return new SignJWT(claims).setProtectedHeader({ alg, kid: this.key.kid }).sign(secret);
    }
    return token(await this.sign(claims, unknownKid ? { kid: randomBytes(6).toString('hex') } : {}));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
