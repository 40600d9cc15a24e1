import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMachine, releaseKey as key, update, type Machine } from '../../../../../deploy/test/updater/machine.mjs';
import { aStep, smallBundle } from '../../../../../deploy/test/updater/small-release.mjs';
import { aWorld, type Person, type World } from '../../../test/world';
import { JobWorker, Scheduler } from '../../platform/jobs';
import { schemaSteps, type SchemaStep } from './schema-steps';

const { version: here, release } = JSON.parse(
  readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8'),
);
// Newer than any release of ours will be for long.
const facts = { version: '99.1.0', number: 1001, minimum: '0.1.0', key };
/** Bundles of a release that comes after this one have its steps, and some more; the small machine took one of its own. */
const stepsAfter = async (...more: SchemaStep[]) => [aStep('Step1'), ...(await schemaSteps()), ...more];
let machine: Machine;
let world: World;
let admin: Person;
let place: string;

beforeAll(async () => {
  machine = await aMachine();
  world = await aWorld({ UPDATE_DIR: machine.places.home, RELEASE_KEYS: machine.places.keys });
  copyFileSync(
    join(world.settings.SECRETS_DIR, 'update-request.key'),
    join(machine.places.secrets, 'update-request.key'),
  );
  admin = await world.person({ platformAdmin: true, name: 'Dana' });
  place = mkdtempSync(join(tmpdir(), 'st0r-updates-'));
  const schema = await stepsAfter(aStep('Step1001'));
  copyFileSync((await smallBundle(place, { ...facts, schema })).file, join(machine.places.inbox, 'next.st0r'));
  await world.app.get(Scheduler).prepare();
});
afterAll(async () => {
  await world.close();
  machine.end();
  rmSync(place, { recursive: true, force: true });
});

const check = async () => (await admin.get('/updates/bundles/next.st0r/check')).body;
const state = (name: string, body: { obstacles: { name: string; state: string }[] }): string | undefined =>
  body.obstacles.find((one) => one.name === name)?.state;

describe('releases, for administrators', () => {
  it('are told with what runs, what lies in the inbox and what is new', async () => {
    const { body } = await admin.get('/updates');
    expect(body).toMatchObject({
      version: here,
      number: release.number,
      updater: true,
      step: null,
      backupFrom: null,
      runs: [],
    });
    expect(body.bundles).toMatchObject([{ file: 'next.st0r', version: '99.1.0', problem: null }]);
    expect(body.notes.length).toBeGreaterThan(10);
    expect(body.notes.some(({ security }: { security: boolean }) => security)).toBe(true);
  });

  it('say before anything happens what is new, which steps the schema takes and what stands in the way', async () => {
    const body = await check();
    expect(body).toMatchObject({ version: '99.1.0', number: 1001, from: here, ready: false });
    expect(body.notes).toEqual([
      { section: '99.1.0', text: 'Something is mended.', security: true },
      { section: '99.1.0', text: 'Something is new.', security: false },
    ]);
    expect(body.steps).toMatchObject([
      { name: 'Step1' },
      { name: 'Step1001', removes: false, tables: [{ table: 'asset' }] },
    ]);
    expect(body.seconds).toBeGreaterThan(0);
    expect([state('backup', body), state('room', body), state('schema', body)]).toEqual(['blocker', 'ok', 'ok']);
  });

  it('are not asked for while something stands in the way', async () => {
    const { sha256 } = await check();
    const refused = await admin.post('/updates/requests', { file: 'next.st0r', sha256 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'update.blocked' } });
    expect(existsSync(machine.places.request)).toBe(false);
  });

  it('are asked for with a fresh proof of identity, for the very file that was looked at', async () => {
    for (const kind of ['data', 'keys'])
      await admin.post('/backups/recipients', {
        kind,
        name: 'Olga',
        recipient: await identityToRecipient(await generateX25519Identity()),
      });
    const { sha256, ready } = await check();
    expect(ready).toBe(true);
    const input = { file: 'next.st0r', sha256 };
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    expect((await tired.post('/updates/requests', input)).body.code).toBe('step_up.required');
    const other = await admin.post('/updates/requests', { ...input, sha256: '0'.repeat(64) });
    expect(other).toMatchObject({ status: 409, body: { code: 'update.other_bundle' } });
    expect((await admin.post('/updates/requests', input)).status).toBe(202);
    expect(await world.events({ action: 'update.requested' })).toHaveLength(1);
    expect((await admin.get('/updates')).body.runs).toMatchObject([{ state: 'waiting', requestedName: 'Dana' }]);
    expect((await admin.post('/updates/requests', input)).body.detail).toContain('under way already');
  });

  it('X07 are brought by the updater of the machine, which believes this request and tells how it ended', async () => {
    const { code, output } = await update(machine);
    expect([code, output]).toEqual([0, 'Release 99.1.0 runs.\n']);
    const { body } = await admin.get('/updates');
    expect(body.runs).toMatchObject([
      { state: 'done', version: '99.1.0', fromVersion: here, says: 'Release 99.1.0 runs.' },
    ]);
    await admin.post('/schedules/update.settle/run');
    await world.app.get(JobWorker).drain();
    const [event] = await world.events({ action: 'update.ended' });
    expect(event).toMatchObject({ outcome: 'success' });
    expect(await world.sql('SELECT state FROM update_request')).toEqual([{ state: 'done' }]);
  });

  it('X07 tell that the updater refused a request it did not believe', async () => {
    copyFileSync(
      (await smallBundle(place, { ...facts, version: '99.2.0', number: 1002, schema: await stepsAfter() })).file,
      join(machine.places.inbox, 'next.st0r'),
    );
    const { sha256 } = await check();
    const { body } = await admin.post('/updates/requests', { file: 'next.st0r', sha256 });
    writeFileSync(machine.places.request, readFileSync(machine.places.request, 'utf8').replace('99.2.0', '99.3.0'));
    expect((await update(machine)).code).toBe(1);
    await world.sql('UPDATE update_request SET requested_at = requested_at - INTERVAL 1 HOUR WHERE id = ?', [body.id]);
    const { runs } = (await admin.get('/updates')).body;
    expect(runs.find(({ id }: { id: string }) => id === body.id)).toMatchObject({ state: 'lost' });
  });

  const gone = (name: string, ...drops: string[]): SchemaStep => ({ name, tables: [], removes: true, drops });
  const checked = async (schema: SchemaStep[]) => {
    const folder = mkdtempSync(join(place, 'one-'));
    const bundle = await smallBundle(folder, { ...facts, version: '99.4.0', number: 1004, schema });
    copyFileSync(bundle.file, join(machine.places.inbox, 'next.st0r'));
    return check();
  };
  const says = (name: string, body: { obstacles: { name: string; says: string }[] }): string =>
    body.obstacles
      .filter((one) => one.name === name)
      .map((one) => one.says)
      .join();

  it('are refused when they take away what this release needs: the updater could not go back to it', async () => {
    const body = await checked(
      await stepsAfter(gone('Step1003', 'asset.hostname', 'asset.gone_long_ago'), gone('Step1004', 'site')),
    );
    expect([state('way back', body), body.ready]).toEqual(['blocker', false]);
    expect(says('way back', body)).toContain(
      `Step1003 removes asset.hostname, Step1004 removes site, which release ${here} needs`,
    );
    const unused = await checked(await stepsAfter(gone('Step1003', 'asset.gone_long_ago', 'a_table_of_old')));
    expect(state('way back', unused)).toBe('warning');
  });

  it('are refused when they do not know the steps this database has taken', async () => {
    const body = await checked((await stepsAfter()).slice(0, -1));
    expect(body.ready).toBe(false);
    const last = (await schemaSteps()).at(-1)?.name;
    expect(says('release', body)).toContain(`it lacks 1 steps of its schema, the last of them ${last}.`);
  });

  it.each([
    ['next.st0r', 'bundle.broken', 409],
    ['..%2f..%2fetc%2fpasswd', 'bundle.not_found', 404],
    ['nothing.st0r', 'bundle.not_found', 404],
  ])('say of %s that it is %s', async (file, code, status) => {
    writeFileSync(join(machine.places.inbox, 'next.st0r'), 'no bundle');
    expect(await admin.get(`/updates/bundles/${file}/check`)).toMatchObject({ status, body: { code } });
    expect((await admin.get('/updates')).body.bundles[0]).toMatchObject({ version: null });
  });

  it('are nobody else’s business', async () => {
    const somebody = await world.person();
    expect((await somebody.get('/updates')).status).toBe(403);
    expect((await somebody.post('/updates/requests', { file: 'next.st0r', sha256: '0'.repeat(64) })).status).toBe(403);
    expect((await world.nobody().get('/updates')).status).toBe(401);
  });
});
