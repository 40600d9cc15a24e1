import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConnection } from 'mysql2/promise';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../../apps/api/src/platform/http/headers';
import { startStack } from '../../tools/journeys/stack.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { DOMAIN, sitePorts, startNginx } from './nginx.mjs';
import { answerOf, frameBytes } from './http2.mjs';
import { portsSeenFromElsewhere } from './namespace.mjs';
import { handshakes } from './handshake.mjs';
import { visitorOf } from './visitor.mjs';

const BROWSER = { accept: 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the product behind nginx', () => {
  let stack;
  let nginx;
  let visitor;
  let elsewhere;
  beforeAll(async () => {
    elsewhere = await portsSeenFromElsewhere();
    const ports = await sitePorts();
    stack = await startStack({ TRUSTED_PROXIES: '127.0.0.1', PUBLIC_URL: `https://${DOMAIN}:${ports.tls}` });
    nginx = await startNginx({ api: stack.url, ports, listen: ['127.0.0.1', ...elsewhere.addresses] });
    visitor = visitorOf(nginx);
  });
  afterAll(async () => {
    await nginx?.stop();
    await stack?.stop();
    await elsewhere?.remove();
  });

  const exactly = ({ all }) => Object.fromEntries(Object.keys(SECURITY_HEADERS).map((name) => [name, all[name]]));
  const EXACT = Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name, [value]]));

  it('H01 carries the headers of the house exactly once, on every status and from every location', async () => {
    const page = await visitor.get('/', { headers: BROWSER });
    const asset = /\/assets\/[\w.-]+\.js/.exec(page.text)[0];
    const large = { body: 'x'.repeat(2_000_000), headers: JSON_TYPE };
    const { etag } = (await visitor.get(asset)).headers;
    const answers = [
      [200, page],
      [200, await visitor.get('/o/acme/assets', { headers: BROWSER })],
      [200, await visitor.get('/help/api', { headers: BROWSER })],
      [200, await visitor.get('/favicon.svg')],
      [200, await visitor.get(asset)],
      [200, await visitor.get('/health/ready')],
      [304, await visitor.get(asset, { headers: { 'if-none-match': etag } })],
      [301, await visitor.get('/o/acme', { plain: true })],
      [403, await visitor.get('/api/v1/me', { plain: true })],
      [404, await visitor.get('/.well-known/acme-challenge/x', { plain: true })],
      [400, await visitor.ask('POST', '/api/v1/auth/login', { body: '{}', headers: JSON_TYPE })],
      [401, await visitor.get('/api/v1/me')],
      [403, await visitor.ask('POST', '/api/v1/auth/logout', { headers: { 'sec-fetch-site': 'cross-site' } })],
      [404, await visitor.get('/api/v1/nothing')],
      [404, await visitor.get('/nothing.txt')],
      [404, await visitor.get('/assets/gone.js')],
      [404, await visitor.get('/_files/x')],
      [404, await visitor.get('/.st0r-problem/404.json')],
      [405, await visitor.ask('POST', '/', large.body.length > 2_000_000 ? large : { body: 'x' })],
      [413, await visitor.ask('POST', '/api/v1/auth/login', large)],
      [413, await visitor.ask('POST', '/', large)],
    ];
    for (const [status, answer] of answers) expect([answer.status, exactly(answer)]).toEqual([status, EXACT]);
    const secure = answers.filter(([, answer]) => answer.all['strict-transport-security']);
    expect(new Set(secure.map(([, answer]) => String(answer.all['strict-transport-security'])))).toEqual(
      new Set([STRICT_TRANSPORT]),
    );
    expect(answers.length - secure.length).toBe(3);
  });

  it('H01 keeps them when nginx itself refuses: too many, and nobody behind it', async () => {
    const attempt = () => visitor.ask('POST', '/api/v1/auth/login', { body: '{}', headers: JSON_TYPE });
    const answers = await Promise.all(Array.from({ length: 60 }, attempt));
    const refused = answers.find(({ status }) => status === 429);
    expect([refused.status, exactly(refused)]).toEqual([429, EXACT]);
    expect([JSON.parse(refused.text).code, refused.headers['retry-after']]).toEqual(['request.too_many', '5']);
    await stack.api.stop();
    try {
      const away = await visitor.get('/api/v1/me');
      expect([away.status, exactly(away), JSON.parse(away.text).code]).toEqual([502, EXACT, 'platform.unreachable']);
      expect((await visitor.get('/', { headers: BROWSER })).status).toBe(200);
    } finally {
      await stack.startApi();
    }
  });

  it('H02 lets no form, fetch or image of another site reach a write', async () => {
    const lock = JSON.parse(readFileSync(inRoot('apps', 'api', 'src', 'schema', 'permissions.lock.json'), 'utf8'));
    const writes = Object.keys(lock).filter((name) => /^(?:POST|PATCH|PUT|DELETE) \//.test(name));
    // A provider posts from its own site on purpose, with a signed proof and no cookie that counts.
    const own = writes.filter(
      (name) => !/^POST \/auth\/sso\/:id\/(?:saml\/(?:acs|logout)|backchannel-logout)$/.test(name),
    );
    const open = [];
    for (const name of own.filter((one) => !/auth\/(?:login|totp|token|links|reset)|setup/.test(one))) {
      const [method, path] = name.split(' ');
      const answer = await visitor.ask(method, `/api/v1${path.replace(/:\w+/g, 'x')}`, {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', origin: 'https://evil.example' },
      });
      if (answer.status !== 403) open.push(`${name}: ${answer.status}`);
    }
    expect([writes.length > 60, writes.length - own.length, open]).toEqual([true, 3, []]);
  });

  describe('H03 refuses smuggling', () => {
    const head = `POST /api/v1/auth/logout HTTP/1.1\r\nHost: ${DOMAIN}\r\n`;
    const smuggled = 'GET /api/v1/me HTTP/1.1\r\nX: y';
    const chunked = `0\r\n\r\n${smuggled}`;
    it.each([
      ['CL.TE', `${head}Content-Length: ${chunked.length}\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}`],
      ['TE.CL', `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n1c\r\n${smuggled}\r\n0\r\n\r\n`],
      ['two lengths', `${head}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`],
      ['a length that is none', `${head}Content-Length: +5\r\n\r\nabcde`],
      ['TE with a blank before the colon', `${head}Transfer-Encoding : chunked\r\n\r\n${chunked}`],
      ['TE of another word', `${head}Transfer-Encoding: xchunked\r\n\r\n${chunked}`],
      ['TE twice', `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${chunked}`],
      ['TE on a folded line', `${head}Transfer-Encoding:\r\n chunked\r\n\r\n${chunked}`],
      ['TE in HTTP/1.0', `${head.replace('1.1', '1.0')}Transfer-Encoding: chunked\r\n\r\n${chunked}`],
      ['a chunk size out of range', `${head}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx\r\n0\r\n\r\n`],
      ['a bare line feed in a chunk', `${head}Transfer-Encoding: chunked\r\n\r\n1\nZ\n0\n\n${smuggled}`],
      ['a zero byte', `${head}X: a\0b\r\n\r\n`],
      ['no host', 'GET / HTTP/1.1\r\n\r\n'],
      ['two hosts', `GET / HTTP/1.1\r\nHost: ${DOMAIN}\r\nHost: evil.example\r\n\r\n`],
    ])('%s', async (_name, bytes) => {
      const words = (await visitor.raw(bytes)).toString('latin1');
      const statuses = [...words.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
      expect(statuses).toHaveLength(1);
      expect(statuses[0]).toBeGreaterThanOrEqual(400);
    });

    it.each([
      ['a transfer encoding', [['transfer-encoding', 'chunked']], chunked],
      ['a length that is not the body', [['content-length', '3']], chunked],
      ['a line break inside a header', [['x-a', `b\r\ntransfer-encoding: chunked`]], chunked],
      ['a line break inside the path', [], '', `/api/v1/me HTTP/1.1\r\nHost: evil.example\r\n\r\n`],
      ['a header with capital letters', [['Transfer-Encoding', 'chunked']], chunked],
    ])('HTTP/2 with %s', async (_name, headers, body, path = '/api/v1/auth/logout') => {
      const pseudo = [
        [':method', 'POST'],
        [':scheme', 'https'],
        [':authority', DOMAIN],
        [':path', path],
      ];
      const answer = answerOf(await visitor.raw(frameBytes([...pseudo, ...headers], body), { protocol: 'h2' }));
      expect(answer.statuses.filter((status) => status < 400)).toEqual([]);
      expect(answer.reset || answer.goaway || answer.statuses.length === 1).toBe(true);
    });

    it('and still serves an honest HTTP/2 request', async () => {
      const pseudo = [
        [':method', 'GET'],
        [':scheme', 'https'],
        [':authority', DOMAIN],
        [':path', '/health/live'],
      ];
      expect(answerOf(await visitor.raw(frameBytes(pseudo), { protocol: 'h2' })).statuses).toEqual([200]);
    });
  });

  it('H04 answers no other name, and may not be framed', async () => {
    await expect(visitor.get('/', { headers: { host: 'evil.example' } })).resolves.toMatchObject({ status: 421 });
    await expect(visitor.get('/', { plain: true, headers: { host: 'evil.example' } })).rejects.toThrow();
    const page = await visitor.get('/', { headers: BROWSER });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const led = await visitor.get('/x', { plain: true, headers: { 'x-forwarded-host': 'evil.example' } });
    expect(led.headers.location).toBe(`https://${DOMAIN}/x`);
  });

  it.each([
    '/.git/config',
    '/.git/HEAD',
    '/.env',
    '/assets/.env',
    '/%2eenv',
    '/.well-known/security.txt',
    '/assets/index.js.map',
    '/index.html.map.gz',
    '/package.json',
    '/server-status',
    '/api/v1/../../etc/passwd',
    '/assets/..%2f..%2ftls.key',
    '/_files/../tls.key',
  ])('H05 has nothing at %s', async (path) => {
    expect([400, 404]).toContain((await visitor.get(path)).status);
  });

  it('H05 ships no source map, takes no TRACE, and describes its API to nobody who is not signed in', async () => {
    const page = await visitor.get('/', { headers: BROWSER });
    const script = await visitor.get(/\/assets\/[\w.-]+\.js/.exec(page.text)[0]);
    expect(script.text).not.toContain('sourceMappingURL');
    expect((await visitor.ask('TRACE', '/')).status).toBe(405);
    expect(String(await visitor.raw(`CONNECT evil.example:443 HTTP/1.1\r\nHost: ${DOMAIN}\r\n\r\n`))).toMatch(
      /^HTTP\/1\.1 4/,
    );
    for (const path of ['/api/v1/openapi.json', '/api/v1/schema.graphql']) {
      const answer = await visitor.get(path);
      expect([answer.status, JSON.parse(answer.text).code]).toEqual([401, 'session.missing']);
    }
    expect((await visitor.get('/help/api', { headers: BROWSER })).text).not.toMatch(/operationId|"paths"|"components"/);
    for (const path of ['/api', '/api-json', '/swagger', '/docs', '/api/docs', '/graphiql'])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
  });

  it('H06 shows nothing but nginx to another machine', async () => {
    const api = Number(new URL(stack.url).port);
    const seen = await elsewhere.open({
      pids: [stack.api.pid, stack.worker.pid, stack.database.pid],
      ports: [api, 3306, 6379],
    });
    expect(seen).toEqual([]);
    expect(await elsewhere.reaches(nginx.ports.tls)).toBe(true);
  });

  it('H07 speaks TLS 1.2 and 1.3 and nothing older', async () => {
    expect(await handshakes(nginx)).toEqual({ TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true });
  });

  it('H07 refuses a call without TLS and leads it nowhere', async () => {
    const answer = await visitor.ask('POST', '/api/v1/auth/login', { plain: true, body: '{}', headers: JSON_TYPE });
    expect([answer.status, answer.headers.location]).toEqual([403, undefined]);
    expect(JSON.parse(answer.text).code).toBe('request.not_encrypted');
    const words = (await visitor.get('/api/v1/me', { plain: true })).text;
    expect(words).toContain('replace it if it was a secret');
  });

  it('L06 records the real peer, whatever address a client claims', async () => {
    const forged = { 'x-forwarded-for': '198.51.100.7', 'x-real-ip': '198.51.100.7', forwarded: 'for=198.51.100.7' };
    const body = JSON.stringify({ email: 'nobody@st0r.example', password: 'not a password at all' });
    const answer = await visitor.ask('POST', '/api/v1/auth/login', {
      ...{ from: '127.0.0.9', body, headers: { ...JSON_TYPE, ...forged } },
    });
    expect(answer.status).toBe(401);
    expect(await addressesOf(stack.env, 'session.sign_in_failed')).toEqual(['127.0.0.9']);
    expect(nginx.log()).not.toContain('198.51.100.7');
  });

  it('keeps what signs somebody in out of its log', async () => {
    await visitor.get('/api/v1/auth/links/abcdefghijklmnopqrstuvwxyz?secret=hunter2');
    // nginx writes the line after the answer has left.
    await expect.poll(() => nginx.log(), { timeout: 10_000 }).toContain('/api/v1/auth/links/:token');
    expect(nginx.log()).not.toMatch(/abcdefghijkl|hunter2/);
  });
});

async function addressesOf(env, action) {
  const connection = await createConnection({
    ...{ socketPath: env.DATABASE_SOCKET, database: env.DATABASE_NAME, user: env.RETENTION_DATABASE_USER },
    password: readFileSync(env.RETENTION_DATABASE_PASSWORD_FILE, 'utf8').trim(),
  });
  const [rows] = await connection.query('SELECT DISTINCT CAST(ip AS CHAR) AS ip FROM event WHERE action = ?', [action]);
  await connection.end();
  return rows.map(({ ip }) => ip.replace(/^::ffff:/, ''));
}
