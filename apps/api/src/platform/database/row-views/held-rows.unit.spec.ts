import { beforeEach, describe, expect, it } from 'vitest';
import { HeldRows } from './held-rows';
import { NO_ROWS, rowScope } from './row-scope';

const ACME = rowScope(['018f2f60-0000-7000-8000-000000000001']);
const GLOBEX = rowScope(['018f2f60-0000-7000-8000-000000000002']);

let held: HeldRows;
let asked: number;
const connection = {};
const prepare = (): Promise<void> =>
  held.prepare(connection, () => {
    asked += 1;
    return Promise.resolve([[{ key: `key ${asked}` }]]);
  });

beforeEach(() => {
  [held, asked] = [new HeldRows(), 0];
});

describe('whose rows a connection meets', () => {
  it('are nobody’s at first, and those it was last turned to', async () => {
    expect([held.isBare(connection), held.isPrepared(connection, ACME)]).toEqual([true, false]);
    await prepare();
    held.turn(connection, ACME);
    expect([held.holds(connection, ACME), held.holds(connection, GLOBEX)]).toEqual([true, false]);
    held.turn(connection, NO_ROWS);
    expect(held.isBare(connection)).toBe(true);
  });

  it('are proved by the scope and the key of the connection', async () => {
    await prepare();
    const proofs = [ACME, GLOBEX, ACME].map((scope) => held.turn(connection, scope).params[1]);
    expect(proofs[0]).toBe(proofs[2]);
    expect(proofs[0]).not.toBe(proofs[1]);
  });

  it('are unknown after a turn that may not have come to pass; its key is still right', async () => {
    await prepare();
    held.turn(connection, ACME);
    held.doubt(connection);
    expect([held.holds(connection, ACME), held.isBare(connection)]).toEqual([false, false]);
    await prepare();
    expect(asked).toBe(1);
  });

  it('are proved with a new key where the proof was not believed', async () => {
    await prepare();
    const [, before] = held.turn(connection, ACME).params;
    held.disbelieve(connection);
    expect(held.isPrepared(connection, ACME)).toBe(false);
    await prepare();
    expect(held.turn(connection, ACME).params[1]).not.toBe(before);
  });
});
