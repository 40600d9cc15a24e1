import { Controller, Get, Module } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from './world';
import { Setup } from '../src/modules/auth';
import { Public } from '../src/platform/authorize';
import { BootCheck } from '../src/platform/authorize/boot-check';
import { PlatformKeys } from '../src/platform/keys';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../src/platform/http/headers';

/** Other ways to write the same address: what a router decodes must not slip past what was decided on the raw text. */
const SPELLINGS: readonly (readonly [string, (path: string) => string])[] = [
  ['a letter percent-encoded', (path) => path.replace('/api/', '/%61pi/')],
  ['a letter of the last part percent-encoded', (path) => path.replace(/[a-z]([^/]*)$/, lastEncoded)],
  ['a slash percent-encoded', (path) => path.replace('/api/', '/api%2F')],
  ['two slashes at the front', (path) => `/${path}`],
  ['two slashes inside', (path) => path.replace('/api/', '/api//')],
  ['a dot segment', (path) => path.replace('/api/', '/api/./')],
  ['a way out and back in', (path) => path.replace('/api/', '/assets/../api/')],
  ['an encoded way out', (path) => path.replace('/api/', '/assets/%2e%2e/api/')],
  ['a slash at the end', (path) => `${path}/`],
  ['capital letters', (path) => path.replace('/api/', '/API/')],
  ['a parameter of its own', (path) => `${path};v=1`],
  ['a whole address', (path) => `http://evil.example${path}`],
];

/** What a provider has a browser, or itself, post from its own site: each carries a signed proof and counts no cookie. */
const FOR_PROVIDERS = /^POST \/api\/v1\/auth\/sso\/[^/]+\/(?:saml\/(?:acs|logout)|backchannel-logout)$/;

function lastEncoded(match: string): string {
  return `%${match.charCodeAt(0).toString(16)}${match.slice(1)}`;
}

interface Route {
  method: string;
  path: string;
  kind: string;
}

@Controller('faulty')
class FaultyController {
  @Get()
  @Public('a fault to look at')
  fail(): never {
    throw new Error('nobody declared this');
  }
}

@Module({ controllers: [FaultyController] })
class FaultyModule {}

const PASSWORD = 'three quiet otters swim';

describe('every answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ PUBLIC_URL: 'https://st0r.example' }, [FaultyModule]);
  });
  afterAll(() => world.close());

  const ask = (method: string, url: string, more: object = {}) =>
    world.app.inject({ method: method as 'GET', url, ...more });

  it('H01 carries exactly the headers of the house, whatever its status', async () => {
    const person = await world.person();
    const { headers: known } = await ask('GET', '/api/v1/openapi.json', { headers: person.identity });
    const answers = {
      200: await ask('GET', '/health/live'),
      304: await ask('GET', '/api/v1/openapi.json', {
        headers: { ...person.identity, 'if-none-match': String(known['etag']) },
      }),
      400: await ask('POST', '/api/v1/auth/login', { payload: {} }),
      401: await ask('GET', '/api/v1/me'),
      403: await ask('POST', '/api/v1/auth/logout', { headers: { 'sec-fetch-site': 'cross-site' } }),
      404: await ask('GET', '/nothing/here'),
      405: await ask('GET', '/api/graphql', { headers: person.identity }),
      413: await ask('POST', '/api/v1/auth/login', {
        headers: { 'content-type': 'application/json' },
        payload: 'x'.repeat(1_100_000),
      }),
      415: await ask('POST', '/api/v1/auth/login', { headers: { 'content-type': 'text/plain' }, payload: 'x' }),
      500: await ask('GET', '/api/v1/faulty'),
    };
    const malformed = await ask('GET', '/api/v1/%zz');
    expect([malformed.statusCode, malformed.json().code]).toEqual([400, 'address.malformed']);
    for (const [status, answer] of Object.entries({ ...answers, [malformed.statusCode]: malformed })) {
      const ours = Object.keys(SECURITY_HEADERS).map((name) => [name, answer.headers[name]]);
      expect([answer.statusCode, Object.fromEntries(ours)]).toEqual([Number(status), SECURITY_HEADERS]);
      expect(answer.headers['strict-transport-security']).toBe(STRICT_TRANSPORT);
    }
  });

  it('allows nothing that is inline, framed, from elsewhere or of a trusted type', () => {
    const policy = new Map(
      String(SECURITY_HEADERS['content-security-policy'])
        .split('; ')
        .map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]),
    );
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|https?:|\*/);
    expect(Object.fromEntries(policy)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
    });
  });

  it('H04 writes its own address into links, whatever host a request names', async () => {
    const acme = await world.organisation('Acme links');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const [{ id: roleId } = { id: '' }] = await world.sql<{ id: string }>(
      "SELECT id FROM role WHERE template = 'technician'",
    );
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const invitation = { email: 'tina@acme.example', name: 'Tina', organisationId: acme.id, roleId };
    const { status, body } = await owner.post('/invitations', invitation, forged);
    expect([status, String(body.link).split('#')[0]]).toEqual([
      201,
      expect.stringMatching(/^https:\/\/st0r\.example\//),
    ]);
  });

  it('says nothing about other origins: CORS is off', async () => {
    const person = await world.person();
    const other = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    for (const answer of [
      await ask('OPTIONS', '/api/v1/me', { headers: other }),
      await ask('GET', '/api/v1/me', { headers: { ...person.identity, ...other } }),
    ])
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('A02 sets cookies no sub-domain, script or other site can set, read or send', async () => {
    await world.inside(() =>
      world.app.get(Setup).createAdmin({ email: 'owner@st0r.example', name: 'Olga Owner', password: PASSWORD }),
    );
    const { statusCode, headers } = await ask('POST', '/api/v1/auth/login', {
      payload: { email: 'owner@st0r.example', password: PASSWORD },
    });
    const cookies = [headers['set-cookie']].flat().map(String);
    expect([statusCode, cookies.length > 0]).toEqual([200, true]);
    // Those that are taken away again carry the day in the past as well.
    for (const cookie of cookies.map((one) =>
      one.replace(/=; Max-Age=0; Path=\/; Expires=[^;]+/, '=gone; Max-Age=0; Path=/'),
    ))
      expect(cookie).toMatch(/^__Host-[a-z]+=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });
});

describe('every route, however its address is written', () => {
  let world: World;
  let routes: Route[];
  beforeAll(async () => {
    world = await aWorld();
    routes = world.app
      .get(BootCheck)
      .handlers()
      .filter(({ name }) => /^[A-Z]+ \//.test(name) && !name.includes('/health/'))
      .map(({ name, access }) => {
        const [method = '', path = ''] = name.split(' ');
        return { method, path: `/api/v1${path.replace(/:\w+/g, () => randomUUID())}`, kind: access?.kind ?? 'none' };
      });
    routes.push({ method: 'POST', path: '/api/graphql', kind: 'signedIn' });
  });
  afterAll(() => world.close());

  const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
    world.app.inject({ method: method as 'GET', url, headers });

  it.each(SPELLINGS)('refuses a stranger with %s', async (_name, spell) => {
    const open: string[] = [];
    for (const { method, path, kind } of routes.filter((route) => route.kind !== 'public')) {
      const { statusCode } = await ask(method, spell(path));
      if (![400, 401, 403, 404, 405, 415].includes(statusCode)) open.push(`${method} ${path} (${kind}): ${statusCode}`);
    }
    expect(open).toEqual([]);
  });

  it.each([['as it is', (path: string) => path] as const, ...SPELLINGS])(
    'H02 refuses a write from another site with its address %s',
    async (_name, spell) => {
      const open: string[] = [];
      const own = routes.filter(({ method, path }) => method !== 'GET' && !FOR_PROVIDERS.test(`${method} ${path}`));
      for (const { method, path } of own) {
        const answer = await ask(method, spell(path), {
          'sec-fetch-site': 'cross-site',
          origin: 'https://evil.example',
        });
        // What the router does not know as a route never reaches a handler; everything else is refused as cross-site.
        const unknown = answer.statusCode === 404 && answer.json().code === 'route.not_found';
        if (!unknown && answer.json().code !== 'request.cross_site') open.push(`${method} ${path}: ${answer.body}`);
      }
      expect(open).toEqual([]);
    },
  );

  it('H02 takes what a provider posts from its own site at three addresses only, and nothing without its signature', async () => {
    const doors = routes.filter(({ method, path }) => FOR_PROVIDERS.test(`${method} ${path}`));
    expect(doors.map(({ kind }) => kind)).toEqual(['public', 'public', 'public']);
    const person = await world.person();
    for (const { path } of doors) {
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
      const payload = 'SAMLResponse=PHg%2BPC94Pg&SAMLRequest=PHg%2BPC94Pg&logout_token=a.b.c';
      const answer = await world.app.inject({
        method: 'POST',
        url: path,
        headers: { ...person.identity, ...form },
        payload,
      });
      // The page that says so takes its own cookie away; no session begins, and the one there is goes on.
      expect([path, String(answer.headers['set-cookie'] ?? '')]).toEqual([
        path,
        expect.not.stringMatching(/=[^;]+; Max-Age=[1-9]/),
      ]);
      expect((await person.get('/me')).status).toBe(200);
    }
  });

  it('asks HEAD for the same proof as GET', async () => {
    const open: string[] = [];
    for (const { path, kind } of routes.filter((route) => route.method === 'GET')) {
      const [get, head] = [await ask('GET', path), await ask('HEAD', path)];
      if (head.statusCode !== get.statusCode || (kind !== 'public' && head.statusCode < 400))
        open.push(`${path}: GET ${get.statusCode}, HEAD ${head.statusCode}`);
    }
    expect(open).toEqual([]);
  });

  it('stays closed for every spelling while the house is sealed', async () => {
    const keys = world.app.get(PlatformKeys);
    keys.seal('The root keyring is missing.');
    const open: string[] = [];
    for (const [, spell] of [['', (path: string) => path] as const, ...SPELLINGS])
      for (const { method, path } of routes) {
        const { statusCode } = await ask(method, spell(path));
        if (![404, 503].includes(statusCode)) open.push(`${method} ${spell(path)}: ${statusCode}`);
      }
    expect(open).toEqual([]);
  });
});
