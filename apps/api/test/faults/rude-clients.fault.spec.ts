import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { changedSince, checksums, rowsOf, runs, untilSealed } from './damage';
import { isAway } from './mixed-writes';
import { ask, Visitor, type WireAnswer } from './visitor';

const MEBIBYTE = 1024 * 1024;
const BOUNDARY = 'st0r-fault-boundary';

describe('people and programs that misbehave on the wire', () => {
  let stack: Stack;
  let owner: Visitor;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    stack = await startStack();
    owner = await Visitor.owner(stack);
  }, 400_000);
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));
  afterAll(() => stack?.stop());

  /** A raw connection that swallows its errors; the server's behaviour is what counts. */
  const plug = (): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(stack.url);
      const socket = connect({ host: hostname, port: Number(port) }, () => resolve(socket));
      socket.on('error', reject);
      sockets.push(socket);
    });
  const headOf = (path: string, type: string, length: number): string =>
    [
      `POST /api/v1${path} HTTP/1.1`,
      `Host: ${new URL(stack.url).host}`,
      ...Object.entries(owner.identity).map(([name, value]) => `${name}: ${value}`),
      `Content-Type: ${type}`,
      `Content-Length: ${length}`,
      '\r\n',
    ].join('\r\n');
  const serves = async (): Promise<void> => {
    expect((await owner.call('GET', '/me')).status).toBe(200);
    expect(await runs(stack.api)).toBe(true);
  };

  it('an upload cut off in the middle leaves nothing behind, and the next one works', async () => {
    await untilSealed(stack);
    const before = await checksums(stack);
    const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.xml"\r\n\r\n<?xml version="1.0"?><nmaprun`;
    for (const path of ['/scans?org=provider', '/assets/import/preview']) {
      const socket = await plug();
      socket.write(headOf(path, `multipart/form-data; boundary=${BOUNDARY}`, 5 * MEBIBYTE) + file);
      await sleep(200);
      socket.destroy();
    }
    await sleep(300);
    expect(await changedSince(stack, before)).toEqual([]);
    await serves();
    expect((await owner.addAsset('after the cut')).status).toBe(201);
  });

  it('a hundred senders that never finish keep nobody else waiting and no write open', async () => {
    const slow = await Promise.all(Array.from({ length: 100 }, plug));
    for (const socket of slow) socket.write(`${headOf('/assets', 'application/json', 1_000)}{"name":"sl`);
    await sleep(300);
    for (const socket of slow) socket.write('o');
    await serves();
    expect((await owner.addAsset('beside the slow ones')).status).toBe(201);
    expect(await rowsOf(stack, 'SELECT trx_id FROM information_schema.innodb_trx')).toEqual([]);
  });

  it('a body over the limit is refused with 413, and too large an upload as well', async () => {
    const socket = await plug();
    const said = new Promise<string>((resolve) => socket.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    socket.write(`${headOf('/assets', 'application/json', MEBIBYTE + 1)}{`);
    expect(await said).toMatch(/^HTTP\/1\.1 413 [^]*"code":"body\.too_large"/);
    const type = `multipart/form-data; boundary=${BOUNDARY}`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(head),
      Buffer.alloc(26 * MEBIBYTE, 97),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
    const upload = await owner.call('POST', '/assets/import/preview', body, { 'content-type': type });
    expect(upload.status).toBe(413);
    await serves();
  });

  it('failed sign-ins, more at once than there are connections, are all answered', async () => {
    const guess = (at: number): Promise<WireAnswer> => {
      const body = { email: `nobody${at}@provider.example`, password: 'wrong wrong wrong' };
      return ask(`${stack.url}/api/v1/auth/login`, { method: 'POST', body });
    };
    const answers = await Promise.all(Array.from({ length: 16 }, (_, at) => guess(at)));
    expect(answers.filter(({ status }) => status !== 401 && status !== 429)).toEqual([]);
    await serves();
  }, 60_000);

  it('a thousand requests at once are all answered, none with a 500', async () => {
    const kinds = [
      () => owner.call('GET', '/assets?org=provider&limit=5'),
      (at: number) => owner.addAsset(`crowd ${at}`),
      () => owner.call('GET', '/me'),
      () => owner.call('POST', '/api/graphql', { query: '{ assets(first: 5) { nodes { id } } }' }),
    ];
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, at) => kinds[at % kinds.length]!(at)));
    const fine = (answer: WireAnswer): boolean => answer.status < 300 || answer.status === 429 || isAway(answer);
    expect(answers.filter((answer) => !fine(answer)).map(({ status, text }) => [status, text])).toEqual([]);
    const created = answers.filter(({ status }) => status === 201).map(({ body }) => String(body.id));
    const [kept] = await rowsOf<{ n: number }>(stack, 'SELECT COUNT(*) AS n FROM asset WHERE name LIKE ?', ['crowd %']);
    expect(kept?.n).toBe(created.length);
    expect(created.length).toBeGreaterThan(0);
    await serves();
  }, 120_000);

  it('SIGTERM answers what is under way, ends within ten seconds with code 0, and cuts idle connections', async () => {
    const agent = new Agent({ keepAlive: true });
    const idle = await Promise.all([plug(), plug()]);
    idle[1]?.write(`GET /health/live HTTP/1.1\r\nHost: ${new URL(stack.url).host}\r\n\r\n`);
    await keptAlive(`${stack.url}/health/live`, agent);
    const writes = Array.from({ length: 30 }, (_, at) => owner.addAsset(`last ${at}`));
    await sleep(60);
    const began = Date.now();
    process.kill(stack.api.pid, 'SIGTERM');
    const answers = await Promise.allSettled(writes);
    expect(await stack.api.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(10_000);
    agent.destroy();
    const answered = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(answered.filter((one) => one.status !== 201 && !isAway(one))).toEqual([]);
    const promised = answered.filter(({ status }) => status === 201).map(({ body }) => String(body.name));
    const kept = await rowsOf<{ name: string }>(stack, 'SELECT name FROM asset WHERE name LIKE ?', ['last %']);
    expect(kept.map(({ name }) => name).sort()).toEqual(promised.sort());
    expect(promised.length).toBeGreaterThan(0);
  }, 60_000);

  it('SIGTERM does not wait for ever for somebody who is still sending', async () => {
    await stack.startApi();
    const socket = await plug();
    socket.write(`${headOf('/assets', 'application/json', 1_000)}{"name":"sl`);
    await sleep(200);
    const began = Date.now();
    process.kill(stack.api.pid, 'SIGTERM');
    expect(await stack.api.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(10_000);
  }, 120_000);
});

function keptAlive(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent }, (response) => response.resume().once('end', resolve));
    call.once('error', reject);
    call.end();
  });
}
