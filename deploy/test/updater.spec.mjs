import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMachine, ask, releaseKey as key, resultOf, settled, stateOf, update } from './updater/machine.mjs';
import { aStep, smallBundle } from './updater/small-release.mjs';

const BOTH = ['1.0.0', '1.1.0'];
const MINUTE = 60_000;
let place;
let good;
let machine;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'st0r-updates-'));
  good = (await smallBundle(place, { version: '1.1.0', number: 2, key })).file;
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
beforeEach(async () => void (machine = await aMachine()));
afterEach(() => machine.end());

const another = async (facts) =>
  (await smallBundle(mkdtempSync(join(place, 'other-')), { version: '1.1.0', number: 2, key, ...facts })).file;

describe('an update', () => {
  it('is verified, backed up, swapped, migrated and started, and the release before stays beside it', async () => {
    const id = ask(machine, good);
    expect((await update(machine)).code).toBe(0);
    expect(stateOf(machine)).toEqual(settled('1.1.0', BOTH));
    expect(resultOf(machine, id)).toMatchObject({ outcome: 'done', says: 'Release 1.1.0 runs.', to: { number: 2 } });
    expect(readFileSync(join(machine.root, 'asked'), 'utf8').trim().split('\n')).toEqual([
      'releases/1.0.0: start st0r-backup.service',
      'releases/1.0.0: sync',
      'releases/1.0.0: stop st0r-api.service st0r-worker.service',
      'releases/1.1.0: daemon-reload',
      'releases/1.1.0: restart st0r-migrate.service',
      'releases/1.1.0: start st0r-api.service st0r-worker.service',
      'releases/1.1.0: is-active --quiet st0r-api.service st0r-worker.service',
      'releases/1.1.0: sync',
      'releases/1.1.0: daemon-reload',
    ]);
  });

  it('nobody asked for does not happen', async () => {
    expect(await update(machine)).toMatchObject({ code: 0, output: 'Nothing was asked for.\n' });
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
  });

  it.each(['migrate', 'start', 'secrets', 'health'])('X07 goes back by itself when %s fails', async (what) => {
    const id = ask(machine, await another({ fails: [what] }));
    expect((await update(machine)).code).toBe(1);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
    expect(resultOf(machine, id)).toMatchObject({ outcome: 'rolled_back', from: { version: '1.0.0' } });
    expect(resultOf(machine, id).says).toMatch(/Release 1\.0\.0 runs again\.$/);
  });

  it('X07 changes nothing when no backup can be made and proved', async () => {
    machine.end();
    machine = await aMachine({ installed: { fails: ['backup'] } });
    const id = ask(machine, good);
    await update(machine);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
    expect(resultOf(machine, id)).toMatchObject({
      outcome: 'failed',
      says: expect.stringMatching(/no backup.*Nothing was changed\.$/),
    });
  });
});

describe('X07 a bundle changes nothing', () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  it.each([
    ['signed by somebody else', { key: other }, 'not signed by a key'],
    ['older than what runs', { version: '0.9.0', number: 1 }, 'is not newer than 1.0.0'],
    ['with the number that runs', { number: 1 }, 'is not newer than 1.0.0'],
    ['that calls itself what runs', { version: '1.0.0' }, 'is installed already'],
    [
      'that does not know the database',
      { number: 3, schema: [aStep('Step2'), aStep('Step3')] },
      'it lacks 1 steps of its schema, the last of them Step1.',
    ],
    ['too far ahead', { version: '3.0.0', number: 9, minimum: '2.0.0' }, 'follows 2.0.0 or a newer one'],
  ])('%s', async (_name, facts, sentence) => {
    const id = ask(machine, await another(facts));
    expect((await update(machine)).code).toBe(1);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
    expect(resultOf(machine, id)).toMatchObject({ outcome: 'refused', says: expect.stringContaining(sentence) });
  });

  it('exchanged after it was asked for', async () => {
    const id = ask(machine, good);
    writeFileSync(
      join(machine.places.inbox, 'next.st0r'),
      readFileSync(await another({ version: '1.2.0', number: 3 })),
    );
    await update(machine);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
    expect(resultOf(machine, id).says).toContain('not the file that was asked for');
  });

  it('that is a link to something only root may read', async () => {
    const id = ask(machine, good);
    rmSync(join(machine.places.inbox, 'next.st0r'));
    symlinkSync(good, join(machine.places.inbox, 'next.st0r'));
    await update(machine);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
    expect(resultOf(machine, id).says).toContain('is a link');
  });
});

describe('X07 a request changes nothing', () => {
  const refused = () => JSON.parse(readFileSync(join(machine.places.home, 'refused.json'), 'utf8')).code;
  it.each([
    ['that was changed', { change: (text) => text.replace('next.st0r', 'else.st0r') }, 'request.unsigned'],
    [
      'without a signature',
      { change: (text) => JSON.stringify({ request: JSON.parse(text).request }) },
      'request.unsigned',
    ],
    [
      'of more than fifteen minutes ago',
      { askedAt: new Date(Date.now() - 16 * MINUTE).toISOString() },
      'request.stale',
    ],
    ['from the future', { askedAt: new Date(Date.now() + 5 * MINUTE).toISOString() }, 'request.stale'],
    ['without a time', { askedAt: 'soon' }, 'request.stale'],
    ['for a file elsewhere', { file: '../../../etc/passwd' }, 'request.broken'],
    ['that is no request', { change: () => 'please' }, 'request.broken'],
  ])('%s', async (_name, facts, code) => {
    ask(machine, good, facts);
    expect((await update(machine)).code).toBe(1);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
    expect(refused()).toBe(code);
  });

  it('that was carried out before', async () => {
    ask(machine, good);
    const text = readFileSync(machine.places.request);
    await update(machine);
    const again = await another({ version: '1.2.0', number: 3 });
    writeFileSync(join(machine.places.inbox, 'next.st0r'), readFileSync(again));
    writeFileSync(machine.places.request, text);
    expect(await update(machine)).toMatchObject({ code: 1, output: 'Refused: This request was taken up before.\n' });
    expect(stateOf(machine)).toEqual(settled('1.1.0', BOTH));
  });

  it('that is a link', async () => {
    symlinkSync('/etc/shadow', machine.places.request);
    await update(machine);
    expect(stateOf(machine)).toEqual(settled('1.0.0'));
  });
});

describe('X07 an update killed without a word', () => {
  /** How many times a run of this machine changes something. */
  async function changesOf(file) {
    const counted = await aMachine();
    ask(counted, file);
    await update(counted, { KILL_COUNT: join(counted.root, 'count') });
    const count = Number(readFileSync(join(counted.root, 'count'), 'utf8'));
    counted.end();
    return count;
  }

  /** Kills the updater right before its n-th change, lets it run again, and answers what is left. */
  async function killedAt(n, file) {
    const one = await aMachine();
    const id = ask(one, file);
    const { signal } = await update(one, { KILL_AT: String(n) });
    await update(one);
    const { outcome } = resultOf(one, id);
    const state = stateOf(one);
    one.end();
    return { signal, outcome, state };
  }

  it('is whole or undone on the next run, wherever it was', async () => {
    const count = await changesOf(good);
    expect(count).toBeGreaterThan(40);
    const outcomes = new Set();
    for (let n = 0; n < count; n += 1) {
      const { signal, outcome, state } = await killedAt(n, good);
      expect([n, signal]).toEqual([n, 'SIGKILL']);
      expect([n, state]).toEqual([n, outcome === 'done' ? settled('1.1.0', BOTH) : settled('1.0.0')]);
      outcomes.add(outcome);
    }
    expect([...outcomes].sort()).toEqual(['done', 'failed', 'rolled_back']);
  }, 300_000);

  it('on its way back gets there on the next run', async () => {
    const bad = await another({ fails: ['migrate'] });
    const count = await changesOf(bad);
    // The last two dozen changes are the way back; what goes before them is above.
    for (let n = count - 1; n > count - 25; n -= 2) {
      const { signal, outcome, state } = await killedAt(n, bad);
      expect([n, signal, outcome === 'done']).toEqual([n, 'SIGKILL', false]);
      expect([n, state]).toEqual([n, settled('1.0.0')]);
    }
  }, 300_000);
});
