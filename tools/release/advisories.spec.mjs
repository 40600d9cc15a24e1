import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../workspace/paths.mjs';
import { askRegistry, exitCodeOf, readAudit, wordsOf } from './advisories.mjs';

const BULK = '/-/npm/v1/security/advisories/bulk';
const FAULT = {
  id: 1,
  url: 'https://advisories.example/1',
  title: 'Reads what it should not',
  severity: 'high',
  vulnerable_versions: '<999.0.0',
  cwe: [],
  cvss: { score: 7.5, vectorString: null },
};

let server;
const asked = [];
/** A registry on loopback that knows these advisories and no package. */
async function aRegistry(advisories, status = 200) {
  server = createServer(async (request, reply) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url !== BULK) return reply.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    const body = Buffer.concat(chunks);
    asked.push(JSON.parse(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(advisories));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}/`;
}
afterEach(() => server?.close());

describe('X10 what is known against the packages of a release', () => {
  it('is asked of a registry for what is shipped, and nothing is good news', async () => {
    const verdict = await askRegistry(inRoot(), { registry: await aRegistry({}) });
    expect([verdict.state, exitCodeOf(verdict)]).toEqual(['clean', 0]);
    expect(Object.keys(asked.at(-1))).toContain('fastify');
  });

  it('is said package by package, with how bad it is', async () => {
    const verdict = await askRegistry(inRoot(), { registry: await aRegistry({ fastify: [FAULT] }) });
    expect([verdict.state, exitCodeOf(verdict)]).toEqual(['affected', 1]);
    expect(wordsOf(verdict)).toContain(
      'high: fastify <999.0.0: Reads what it should not (https://advisories.example/1)',
    );
  });

  it('is unknown, not clean, when the registry is down or away', async () => {
    const down = await askRegistry(inRoot(), { registry: await aRegistry({ error: 'down' }, 503) });
    expect([down.state, exitCodeOf(down)]).toEqual(['unknown', 3]);
    const away = await askRegistry(inRoot(), { registry: 'http://127.0.0.1:9/' });
    expect([away.state, wordsOf(away)[0]]).toEqual(['unknown', expect.stringMatching(/^Unknown: .*ECONNREFUSED/)]);
  });

  it('is unknown when npm says something nobody expected', () => {
    expect(readAudit('npm error code EWHATEVER', 1).state).toBe('unknown');
    expect(readAudit('{"vulnerabilities":{},"metadata":{}}', 7).state).toBe('unknown');
  });
});
