import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { rowsOf } from './damage';
import { Visitor } from './visitor';

const PROGRAM = '/usr/bin/sqlmap';
/** What sqlmap says when it finds nothing, and when it does. */
const NOTHING = /all tested parameters do not appear to be injectable/;
const FOUND = /identified the following injection point/;

interface Target {
  url: string;
  headers: Record<string, string>;
  /** Parameters to try; in a body the place is marked with a star. */
  parameters?: string;
  body?: string;
}

describe('R12 sqlmap against the API', () => {
  let stack: Stack;
  let owner: Visitor;
  let folder: string;
  let careless: Server;
  let carelessAt: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientst0r-sqlmap-'));
    stack = await startStack();
    owner = await Visitor.owner(stack);
    for (const name of ['Firewall', 'Printer', 'Switch']) await owner.addAsset(name);
    await owner.must('POST', '/sites', { organisationId: owner.organisationId, name: 'Head office' });
    careless = createServer((request, response) => {
      void answerCarelessly(request).then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      );
    });
    await new Promise<void>((listening) => void careless.listen(0, '127.0.0.1', listening));
    carelessAt = `http://127.0.0.1:${(careless.address() as AddressInfo).port}`;
  }, 400_000);
  afterAll(async () => {
    careless?.close();
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A server of the same shape, by somebody who puts together statements from what comes in. */
  async function answerCarelessly(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const asked = new URL(request.url ?? '', 'http://careless').searchParams.get('q');
    const q =
      asked ?? /q: *"((?:[^"\\]|\\.)*)"/.exec(String(text && (JSON.parse(text) as { query: string }).query))?.[1] ?? '';
    try {
      const data = await rowsOf(stack, `SELECT id, name FROM asset WHERE name LIKE '%${q}%' ORDER BY id LIMIT 5`);
      return { status: 200, body: { data, page: { limit: 5, next: null } } };
    } catch {
      return { status: 400, body: { code: 'input.invalid' } };
    }
  }

  /** Lets sqlmap try, quickly: what it knows for MariaDB, with the payloads that cost a request each. */
  const tried = ({ url, headers, parameters, body }: Target): Promise<string> =>
    new Promise((resolve) => {
      const lines = Object.entries({ ...headers, ...(body ? { 'content-type': 'application/json' } : {}) });
      const words = [
        ...['-u', url, '--headers', lines.map(([name, value]) => `${name}: ${value}`).join('\n')],
        ...['--batch', '--level', '2', '--risk', '1', '--technique', 'BEU', '--dbms', 'MySQL', '--threads', '4'],
        ...['--ignore-code', '*', '--retries', '0', '--timeout', '20', '--disable-coloring', '--flush-session'],
        ...[
          '--output-dir',
          folder,
          ...(body ? ['--data', body, '--method', 'POST'] : []),
          ...(parameters ? ['-p', parameters] : []),
        ],
      ];
      execFile(
        PROGRAM,
        words,
        { env: { ...process.env, HOME: folder }, timeout: 240_000, maxBuffer: 32 * 1024 * 1024 },
        (_, out, err) => resolve(out + err),
      );
    });
  /** Addresses and the parameters to try in them. */
  const lists: readonly [path: string, parameters: string][] = [
    ['/assets?q=Fire&sort=name&limit=5', 'q,sort'],
    ['/assets?status%5Beq%5D=active&group=status', 'status[eq],group'],
    ['/sites?name%5Bcontains%5D=Head&archived=any', 'name[contains],archived'],
  ];
  const question = '{"query":"{ assets(q: \\"Fire*\\", first: 5) { nodes { id name } } }"}';

  it('finds nothing in lists, whatever it sends as search, order, filter or group', async () => {
    expect(existsSync(PROGRAM)).toBe(true);
    for (const [path, parameters] of lists) {
      // What is not answered at all would never be found open.
      const answer = await owner.call('GET', path);
      expect([answer.status, answer.body.data.length > 0], path).toEqual([200, true]);
      const said = await tried({ url: `${stack.url}/api/v1${path}`, headers: owner.identity, parameters });
      expect(said, path).not.toMatch(FOUND);
      expect(said, path).toMatch(NOTHING);
    }
  }, 600_000);

  it('finds nothing in a question of GraphQL', async () => {
    const answer = await owner.call('POST', '/api/graphql', JSON.parse(question.replace('*', '')));
    expect(answer.body.data.assets.nodes).toHaveLength(1);
    const said = await tried({ url: `${stack.url}/api/graphql`, headers: owner.identity, body: question });
    expect(said).not.toMatch(FOUND);
    expect(said).toMatch(NOTHING);
  }, 300_000);

  it('finds it where it is: in a server of the same shape that puts together its statements', async () => {
    const list = await tried({ url: `${carelessAt}/api/v1/assets?q=Fire&sort=name`, headers: {}, parameters: 'q' });
    expect(list).toMatch(FOUND);
    const graph = await tried({ url: `${carelessAt}/api/graphql`, headers: {}, body: question });
    expect(graph).toMatch(FOUND);
  }, 300_000);
});
