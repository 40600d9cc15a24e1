import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DatabaseHost } from '../config';
import { DatabaseHosts } from './hosts';

const HOST = '127.0.0.1';
const listeners: Server[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const server of listeners.splice(0)) server.close();
});

async function listening(): Promise<DatabaseHost> {
  const server = createServer((socket) => {
    // Whoever hangs up in the middle of it is no fault of this server.
    socket.on('error', () => undefined);
    socket.end('greeting');
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  listeners.push(server);
  return { host: HOST, port: (server.address() as AddressInfo).port };
}

/** A port where nobody listens any more. */
async function silent(): Promise<DatabaseHost> {
  const host = await listening();
  listeners.pop()!.close();
  await sleep(10);
  return host;
}

const names = (...ports: number[]): DatabaseHost[] => ports.map((port) => ({ host: HOST, port }));

describe('several servers of the database', () => {
  it('are left for the next one where nobody answers', async () => {
    const [first, second] = [await silent(), await listening()];
    const hosts = new DatabaseHosts([first, second], () => Promise.resolve(false));
    const refused = hosts.open();
    await once(refused, 'error');
    expect(hosts.current).toEqual(second);
    const stream = hosts.open();
    expect(String((await once(stream, 'data'))[0])).toBe('greeting');
    expect(hosts.leadsThere({ stream })).toBe(true);
    expect(hosts.leadsThere({ stream: refused })).toBe(false);
  });

  it('are used in their order again once the first has shown twice that it works', async () => {
    vi.useFakeTimers();
    const answers = [false, true, false, true, true];
    const hosts = new DatabaseHosts(names(1, 2), () => Promise.resolve(answers.shift()!));
    hosts.lost(hosts.current);
    const used: number[] = [];
    for (let look = 0; look < 5; look += 1) {
      used.push(hosts.current.port);
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(used).toEqual([2, 2, 2, 2, 2]);
    expect(hosts.current.port).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are tried in turn while none works, and the first sign of life is enough', async () => {
    vi.useFakeTimers();
    let alive = 0;
    const hosts = new DatabaseHosts(names(1, 2, 3), ({ port }) => Promise.resolve(port === alive));
    const tried = [1, 2, 3, 4].map(() => {
      const { port } = hosts.current;
      hosts.lost(hosts.current);
      return port;
    });
    expect(tried).toEqual([1, 2, 3, 1]);
    alive = 3;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(hosts.current.port).toBe(3);
  });

  it('are asked whether they work before one is stayed with', async () => {
    const hosts = new DatabaseHosts(names(1, 2, 3), ({ port }) => Promise.resolve(port === 2));
    await hosts.settle();
    expect(hosts.current.port).toBe(2);
  });

  it('count each time another one is used, and each work that ends on one not used any more', () => {
    const hosts = new DatabaseHosts(names(1, 2), () => Promise.resolve(true));
    expect([hosts.turns, hosts.turns]).toEqual([0, 0]);
    hosts.lost(hosts.current);
    expect([hosts.turns, hosts.turns]).toEqual([1, 1]);
    hosts.endedElsewhere();
    expect(hosts.turns).toBe(2);
  });

  it('are given up with every way that leads to them, so that nobody waits until the network does', async () => {
    const hosts = new DatabaseHosts([await listening(), await listening()], () => Promise.resolve(false));
    const [first, waits] = [hosts.open(), hosts.open()];
    await Promise.all([first, waits].map((stream) => once(stream, 'connect')));
    const told = once(waits, 'error');
    first.on('error', () => undefined);
    hosts.gaveUp({ stream: first });
    expect(String((await told)[0])).toContain('does no work');
    expect(hosts.current).toBe(hosts.all[1]);
  });

  it('are not left for one slow statement, and are for a server that is silent to everybody', async () => {
    const hosts = new DatabaseHosts([await listening(), await listening()], () => Promise.resolve(works));
    const stream = hosts.open();
    let works = true;
    await hosts.doubt({ stream });
    expect(hosts.current).toBe(hosts.all[0]);
    works = false;
    await hosts.doubt({ stream });
    expect(hosts.current).toBe(hosts.all[1]);
    stream.destroy();
  });
});
