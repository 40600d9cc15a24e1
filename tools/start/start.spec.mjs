import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runningServer } from '../mariadb/orphan.mjs';
import { hasEnded, isAlive } from '../workspace/processes.mjs';
import { stubCheckout } from './stub-checkout.mjs';

const PATIENCE = 60_000;

describe('npm start', { timeout: PATIENCE }, () => {
  let checkout;
  let current;
  const start = (args = [], env = {}) => (current = checkout.run('start.mjs', args, env));
  const serving = async (...more) => {
    const run = start(...more);
    await run.says('http://setup.invalid/once');
    return run;
  };
  const inData = (...parts) => join(checkout.root, '.data', ...parts);
  const pidIn = (...parts) => JSON.parse(readFileSync(inData(...parts), 'utf8'));
  const address = () => `http://127.0.0.1:${checkout.port}`;

  beforeAll(async () => (checkout = await stubCheckout()));
  afterEach(async () => {
    current?.child.kill('SIGTERM');
    await current?.ended;
  });
  afterAll(() => checkout.remove());

  it('prints a line per step, serves, and ends with address and setup link', async () => {
    const run = await serving();
    const words = await run.says('http://setup.invalid/once');
    for (const name of ['packages', 'database server', 'build', 'database', 'secrets', 'schema', 'API: ready']) {
      expect(words).toMatch(new RegExp(`^ +\\d+\\.\\d s  ${name}`, 'm'));
    }
    expect(words.trim().split('\n').slice(-3)[0]).toBe(`ClientSt0r serves ${address()}`);
    expect((await fetch(address())).status).toBe(200);
  });

  it('stops the API before its database on SIGTERM, and leaves nothing running', async () => {
    const run = await serving();
    const server = runningServer(inData('mariadb'));
    run.child.kill('SIGTERM');
    const { code, words } = await run.ended;
    expect(code).toBe(0);
    expect(words.indexOf('API and worker stopped')).toBeLessThan(words.indexOf('database stopped'));
    expect(words.indexOf('API and worker stopped')).toBeGreaterThan(0);
    expect(isAlive(server)).toBe(false);
    await expect(fetch(address())).rejects.toThrow();
  });

  it('tells a second start who runs already, and lets operator commands use the running database', async () => {
    await serving();
    const second = await checkout.run('start.mjs').ended;
    expect(second.code).toBe(1);
    expect(second.words).toMatch(/already runs on .* \(npm start, process \d+\)/);
    const operator = await checkout.run('st0r.mjs', ['where']).ended;
    expect(operator).toMatchObject({ code: 0, words: 'st0r by st0r_application\n' });
    expect((await fetch(address())).status).toBe(200);
  });

  it('starts again after it was killed, API and database still running', async () => {
    const killed = await serving();
    const [server, api] = [runningServer(inData('mariadb')), pidIn('run', 'main.pid')];
    const inner = pidIn('run', 'start.lock').pid;
    process.kill(inner, 'SIGKILL');
    await killed.ended;
    const words = await (await serving()).says('http://setup.invalid/once');
    expect(words).toContain('after stopping one left behind by a killed start');
    expect([isAlive(server), isAlive(api)]).toEqual([false, false]);
  });

  it('stops in order when the process that passes signals on is killed', async () => {
    const killed = await serving();
    const [server, inner] = [runningServer(inData('mariadb')), pidIn('run', 'start.lock').pid];
    killed.child.kill('SIGKILL');
    expect(await hasEnded(inner, 20_000)).toBe(true);
    expect(isAlive(server)).toBe(false);
    expect(existsSync(inData('run', 'start.lock'))).toBe(false);
  });

  it('brings the database back when it is killed underneath', async () => {
    const run = await serving();
    process.kill(runningServer(inData('mariadb')), 'SIGKILL');
    await run.says('the database ended by itself (SIGKILL), starting it again');
    while (!runningServer(inData('mariadb'))) await new Promise((resolve) => setTimeout(resolve, 50));
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(runningServer(inData('mariadb'))).toBeUndefined();
  });

  it('says that its port is busy before it does any work', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(checkout.port, '127.0.0.1', resolve));
    const { code, words } = await start().ended;
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(1);
    expect(words).toContain(`Port ${checkout.port} on 127.0.0.1 is already used by another program.`);
    expect(words).toContain(`PORT=${checkout.port + 1} npm start`);
    expect(words).not.toContain('    at ');
  });

  it('shows the last words of an API that does not start, and stops the database', async () => {
    const { code, words } = await start([], { STUB_CRASH: '1' }).ended;
    expect(code).toBe(1);
    expect(words).toContain('PORT is not a colour');
    expect(runningServer(inData('mariadb'))).toBeUndefined();
  });

  it('prints how to sign in to the sample data', async () => {
    const run = await serving(['--demo']);
    expect(await run.says('once')).toContain('anna signs in with a password');
  });

  it('passes the exit code of an operator command on, and leaves no database behind', async () => {
    expect((await checkout.run('st0r.mjs', ['fail']).ended).code).toBe(7);
    expect(runningServer(inData('mariadb'))).toBeUndefined();
  });

  it('never makes a new keyring for old data: it serves sealed and says so', async () => {
    rmSync(inData('secrets', 'keyring.json'));
    const run = start();
    const words = await run.says('Put the keyring of this installation back');
    expect(words).toContain('is missing or does not belong to this database');
    expect(existsSync(inData('secrets', 'keyring.json'))).toBe(false);
  });
});
