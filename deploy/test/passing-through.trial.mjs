import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../apps/api/src/platform/http/headers';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { DOMAIN, sitePorts, startNginx } from './nginx.mjs';
import { visitorOf } from './visitor.mjs';

const FILE = { 'x-accel-redirect': '/_files/a/page.html', 'content-disposition': 'attachment; filename="page.html"' };

/** An API that answers as we need it: a fault, a file, a stream, and otherwise what it was told. */
function standIn() {
  const server = createServer(({ url, headers }, answer) => {
    if (url === '/api/fault') return answer.writeHead(500, { 'x-frame-options': 'ALLOWALL' }).end('{}');
    if (url === '/api/file') return answer.writeHead(200, FILE).end();
    if (url !== '/api/stream') return answer.writeHead(200).end(JSON.stringify(headers));
    return answer.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: first\n\n');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('what passes through nginx', () => {
  let api;
  let nginx;
  let visitor;
  const start = async (local) => {
    const pages = join(scratchFolder(), 'pages');
    mkdirSync(pages, { recursive: true });
    writeFileSync(join(pages, 'index.html'), '<!doctype html>');
    return startNginx({ api: `http://127.0.0.1:${api.address().port}`, ports: await sitePorts(), pages, local });
  };
  beforeAll(async () => {
    api = await standIn();
    nginx = await start();
    visitor = visitorOf(nginx);
    mkdirSync(join(nginx.folder, 'files', 'a'));
    writeFileSync(join(nginx.folder, 'files', 'a', 'page.html'), '<script>alert(1)</script>');
  });
  afterAll(async () => {
    await nginx?.stop();
    api?.closeAllConnections();
    api?.close();
  });
  const heardBy = async (ask, more) => JSON.parse((await ask('/api/echo', more)).text);

  it('H01 replaces the headers of a faulty API with those of the house', async () => {
    const { status, all } = await visitor.get('/api/fault');
    expect(status).toBe(500);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(all[name]).toEqual([value]);
  });

  it('tells the API who is calling, and nothing the caller made up', async () => {
    const made = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip'];
    const headers = Object.fromEntries([...made, 'forwarded'].map((name) => [name, 'evil.example']));
    const heard = await heardBy(visitor.get, { headers, from: '127.0.0.8' });
    expect(heard['x-forwarded-for']).toBe('127.0.0.8');
    expect(heard['x-forwarded-proto']).toBe('https');
    expect(heard.host).toBe(`${DOMAIN}:${nginx.ports.tls}`);
    expect(JSON.stringify(heard)).not.toContain('evil');
  });

  it('believes a load balancer only when it was named', async () => {
    const named = 'set_real_ip_from 127.0.0.7;\nreal_ip_header X-Forwarded-For;\nreal_ip_recursive on;';
    const behind = await start({ 'real-ip': named });
    try {
      const { get } = visitorOf(behind);
      const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.5' };
      expect((await heardBy(get, { from: '127.0.0.7', headers }))['x-forwarded-for']).toBe('203.0.113.5');
      expect((await heardBy(get, { from: '127.0.0.6', headers }))['x-forwarded-for']).toBe('127.0.0.6');
    } finally {
      await behind.stop();
    }
  });

  it('keeps a harmless request id and replaces any other', async () => {
    const idFor = async (id) => (await heardBy(visitor.get, { headers: { 'x-request-id': id } }))['x-request-id'];
    expect(await idFor('abc-123-def')).toBe('abc-123-def');
    expect(await idFor('<script>')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('hands out a file the API names, in a sandbox, and to nobody who asks for it directly', async () => {
    const { status, text, headers, all } = await visitor.get('/api/file');
    expect([status, text]).toEqual([200, '<script>alert(1)</script>']);
    expect(headers['content-disposition']).toBe('attachment; filename="page.html"');
    expect(all['content-security-policy']).toEqual(["default-src 'none'; sandbox"]);
    expect(all['x-content-type-options']).toEqual(['nosniff']);
    expect((await visitor.get('/_files/a/page.html')).status).toBe(404);
  });

  it('passes each event of a stream on as soon as it was sent', async () => {
    const first = await new Promise((resolve, reject) => {
      const asked = request({
        ...{ host: '127.0.0.1', port: nginx.ports.tls, path: '/api/stream', ca: nginx.certificate, servername: DOMAIN },
        headers: { host: DOMAIN, accept: 'text/event-stream' },
      });
      asked.once('response', (answer) => answer.once('data', (chunk) => (asked.destroy(), resolve(String(chunk)))));
      asked.once('error', reject);
      asked.end();
    });
    expect(first).toBe('data: first\n\n');
  });
});
