import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMachine, ask, releaseKey as key, resultOf, settled, stateOf, update } from './updater/machine.mjs';
import { smallBundle } from './updater/small-release.mjs';

let place;
let good;
let bad;
let machine;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'st0r-ways-back-'));
  good = await aBundle({});
  bad = await aBundle({ fails: ['migrate'], units: ['st0r-more.service'] });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
beforeEach(async () => void (machine = await aMachine()));
afterEach(() => machine.end());

const aBundle = async (facts) =>
  (await smallBundle(mkdtempSync(join(place, 'one-')), { version: '1.1.0', number: 2, key, ...facts })).file;
const journal = () => JSON.parse(readFileSync(machine.places.journal, 'utf8'));
const harm = (version, what) => writeFileSync(join(machine.places.releases, version, 'fails'), `${what}\n`);
const unit = (name) => join(machine.places.units, name);

describe('X07 a way back', () => {
  it.each(['stop', 'health'])('that fails at %s is not forgotten for another request', async (what) => {
    const first = ask(machine, bad);
    harm('1.0.0', what);
    await update(machine);
    expect(journal()).toMatchObject({ id: first, tries: 1 });
    const second = ask(machine, good);
    await update(machine);
    expect(journal()).toMatchObject({ id: first, tries: 2 });
    harm('1.0.0', '');
    expect((await update(machine)).code).toBe(0);
    expect(resultOf(machine, first).outcome).toBe('rolled_back');
    expect(resultOf(machine, second).outcome).toBe('done');
  });

  it('takes the units along that only the newer release had, and never laid those of the updater', async () => {
    ask(machine, bad);
    await update(machine);
    expect(existsSync(unit('st0r-more.service'))).toBe(false);
    expect(readFileSync(unit('st0r-update.service'), 'utf8')).toBe('# updater of release 1.0.0\n');
    ask(machine, good);
    await update(machine);
    expect(readFileSync(unit('st0r-update.service'), 'utf8')).toBe('# updater of release 1.1.0\n');
  });

  it('is taken when a release that had proved itself is not well after the interruption', async () => {
    const id = ask(machine, good);
    await update(machine);
    rmSync(join(machine.places.results, `${id}.json`));
    const from = { version: '1.0.0', number: 1, target: 'releases/1.0.0' };
    const entry = { id, step: 'proved', from, to: { version: '1.1.0', number: 2 }, tries: 0 };
    writeFileSync(machine.places.journal, JSON.stringify(entry));
    harm('1.1.0', 'health');
    await update(machine);
    expect(resultOf(machine, id).outcome).toBe('rolled_back');
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
  });
});

describe('X07 whoever writes to the inbox cannot stop the updater', () => {
  it('with a folder in place of a request', async () => {
    mkdirSync(join(machine.places.request, 'deep'), { recursive: true });
    expect(await update(machine)).toMatchObject({ code: 1, output: 'Refused: The request cannot be read.\n' });
    const id = ask(machine, good);
    await update(machine);
    expect(resultOf(machine, id).outcome).toBe('done');
  });

  it('with a pipe in place of a bundle', async () => {
    const id = ask(machine, good);
    const pipe = join(machine.places.inbox, 'next.st0r');
    rmSync(pipe);
    spawnSync('mkfifo', [pipe]);
    await update(machine);
    expect(resultOf(machine, id).says).toContain('is no file');
  });

  it('with more requests than there is room for results', async () => {
    mkdirSync(machine.places.results, { recursive: true });
    for (let n = 0; n < 120; n += 1) {
      const path = join(machine.places.results, `old-${n}.json`);
      writeFileSync(path, '{}');
      utimesSync(path, n, n);
    }
    const id = ask(machine, good);
    await update(machine);
    expect(readdirSync(machine.places.results)).toHaveLength(100);
    expect(resultOf(machine, id).outcome).toBe('done');
  });

  it('with a name in the kernel that anybody can take', async () => {
    const name = createHash('sha256').update(machine.root).digest('hex').slice(0, 32);
    const server = createServer();
    await new Promise((done) => server.listen(`\0st0r-updater-${name}`, done));
    const id = ask(machine, good);
    await update(machine);
    server.close();
    expect(resultOf(machine, id).outcome).toBe('done');
    expect(statSync(machine.places.lock).mode & 0o777).toBe(0o600);
  });
});

it('two updaters are never at work at once', async () => {
  mkdirSync(machine.places.home, { recursive: true });
  const handle = openSync(machine.places.lock, 'a', 0o600);
  spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'ignore', handle] });
  ask(machine, good);
  expect(await update(machine)).toMatchObject({ code: 1, output: 'The updater is at work already.\n' });
  closeSync(handle);
  expect((await update(machine)).code).toBe(0);
});
