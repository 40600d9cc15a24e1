import { describe, expect, it } from 'vitest';
import { CatchingUp } from './catching-up';
import type { Statement } from './statement';

/** A server that is or is not one of a cluster, and what it was asked. */
function aServer(value: string | undefined) {
  const asked: string[] = [];
  const ask = ({ text }: Statement): Promise<unknown> => {
    asked.push(text);
    return Promise.resolve(value ? [{ Variable_name: 'wsrep_on', Value: value }] : []);
  };
  const wait = (): Promise<unknown> => Promise.resolve(asked.push('wait'));
  return { ways: { ask, wait }, asked };
}

describe('connections that catch up', () => {
  it.each(['OFF', undefined])('ask one server once, and never wait for it (wsrep_on %s)', async (value) => {
    const [catchingUp, connection, { ways, asked }] = [new CatchingUp(), {}, aServer(value)];
    expect(catchingUp.isDone(connection, 0)).toBe(false);
    await catchingUp.done(connection, 0, ways);
    expect(asked).toEqual(["SHOW VARIABLES LIKE 'wsrep_on'"]);
    expect([0, 1].map((turn) => catchingUp.isDone(connection, turn))).toEqual([true, true]);
    expect(catchingUp.needed).toBe(false);
  });

  it('wait for a cluster on first sight, and again after each turn', async () => {
    const [catchingUp, connection, { ways, asked }] = [new CatchingUp(), {}, aServer('ON')];
    await catchingUp.done(connection, 3, ways);
    expect([3, 4].map((turn) => catchingUp.isDone(connection, turn))).toEqual([true, false]);
    await catchingUp.done(connection, 4, ways);
    expect(asked).toEqual(["SHOW VARIABLES LIKE 'wsrep_on'", 'wait', 'wait']);
    expect(catchingUp.needed).toBe(true);
  });

  it('have not caught up where the wait failed', async () => {
    const [catchingUp, connection, { ways }] = [new CatchingUp(), {}, aServer('ON')];
    const wait = (): Promise<unknown> => Promise.reject(new Error('not prepared'));
    await expect(catchingUp.done(connection, 0, { ...ways, wait })).rejects.toThrow('not prepared');
    expect(catchingUp.isDone(connection, 0)).toBe(false);
  });
});
