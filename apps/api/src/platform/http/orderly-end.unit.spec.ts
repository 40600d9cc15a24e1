import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endOrderly } from './orderly-end';

const NGINX = { 'x-asks-others': 'yes' };
let server: FastifyInstance;
let handsOver = false;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  handsOver = false;
  server = Fastify();
  endOrderly(server, { publicUrl: undefined, handsOver: () => handsOver });
  server.all('/', async () => 'here');
});
afterEach(() => vi.useRealTimers());

const status = async (method: 'GET' | 'POST' = 'GET', headers: Record<string, string> = NGINX): Promise<number> =>
  (await server.inject({ method, url: '/', headers })).statusCode;

describe('a node that hands over', () => {
  it('sends readers to the next one for a second, and answers whoever comes back to it', async () => {
    expect(await status()).toBe(200);
    handsOver = true;
    expect([await status(), await status()]).toEqual([502, 502]);
    vi.setSystemTime(Date.now() + 1_001);
    expect([await status(), await status()]).toEqual([200, 200]);
  });

  it('does what it is told to write, and answers readers who know no other node', async () => {
    handsOver = true;
    expect([await status('POST'), await status('GET', {})]).toEqual([200, 200]);
  });
});
