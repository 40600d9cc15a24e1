import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../test/world';
import { Scheduler } from '../../platform/jobs';
import { PaperMachine, inspected } from './host-security.fixture';
import { MachinePrograms } from './programs/machine-programs';

const OPENSSL = 'openssl/stable-security 3.0.2 amd64 [upgradable from: 3.0.1]\n';
const BASH = 'bash/stable 5.3 amd64 [upgradable from: 5.2]\n';
const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

let world: World;
let machine: PaperMachine;
let admin: Person;
beforeAll(async () => {
  world = await aWorld({ NODE_NAME: 'server-1' });
  machine = new PaperMachine();
  machine.takes(world.app.get(MachinePrograms));
  admin = await world.person({ platformAdmin: true, name: 'Dana' });
  await world.app.get(Scheduler).prepare();
});
afterAll(async () => {
  machine.done();
  await world.close();
});

const overview = async () => (await admin.get('/host-security')).body;
const subject = async (source: string) =>
  (await overview()).subjects.find((one: { source: string }) => one.source === source);
const look = async () => {
  expect((await admin.post('/host-security/inspect')).status).toBe(202);
  return inspected(world);
};
const weaknesses = async (query = ''): Promise<Record<string, unknown>[]> =>
  (await admin.get(`/weaknesses?source=apt${query}`)).body.data;

describe('the packages of the machine', () => {
  it('are unknown, not clean, while nobody has looked', async () => {
    expect(await overview()).toMatchObject({ state: 'unknown', missing: ['machine', 'product'], subjects: [] });
    expect((await overview()).days).toHaveLength(30);
    expect((await overview()).days.every(({ known }: { known: boolean }) => !known)).toBe(true);
  });

  it('are looked at every day by the worker, and when an administrator asks, once for two who ask', async () => {
    machine.apt(OPENSSL + BASH);
    const [schedule] = await world.sql("SELECT cron FROM job_schedule WHERE name = 'inspection.take'");
    expect(schedule).toMatchObject({ cron: '23 5 * * *' });
    const [one, two] = [await admin.post('/host-security/inspect'), await admin.post('/host-security/inspect')];
    expect(two.body.jobId).toBe(one.body.jobId);
    expect((await overview()).looking).toBe(true);
    expect(await inspected(world)).toMatchObject({ state: 'done', result: '{"taken":1,"unknown":0}' });
    expect(await overview()).toMatchObject({ state: 'affected', looking: false, open: { unrated: 1 } });
    expect(await subject('apt')).toMatchObject({ subject: 'server-1', packages: 1, updates: 2, state: 'affected' });
    expect(await weaknesses()).toMatchObject([
      { package: 'openssl', installed: '3.0.1', fixedIn: '3.0.2', kind: 'update', state: 'open', subject: 'server-1' },
    ]);
    expect(await world.events({ action: 'inspection.created' })).toMatchObject([
      { outcome: 'success', details: { source: 'apt', by: 'worker', updates: 2, appeared: 1 } },
    ]);
  });

  it('are drawn over time: today has what was seen, the days before are not known', async () => {
    const { days } = await overview();
    expect(days.at(-1)).toMatchObject({ known: true, seen: { unrated: 1 }, updates: 2 });
    expect(days.at(-2)).toMatchObject({ known: false, seen: { unrated: 0 } });
  });

  it('keep what was known when a program fails, and say that it is unknown now', async () => {
    machine.apt('', { code: 100 });
    expect(await look()).toMatchObject({ state: 'done', result: '{"taken":1,"unknown":1}' });
    expect(await subject('apt')).toMatchObject({
      state: 'unknown',
      because: 'apt ended with 100. It went wrong.',
      open: { unrated: 1 },
    });
    expect(await weaknesses('&state=open')).toHaveLength(1);
    expect(await world.events({ action: 'inspection.created' })).toMatchObject([{}, { outcome: 'failure' }]);
    machine.apt('what is this\n');
    await look();
    expect((await subject('apt')).because).toContain('not understood');
  });

  it('are gone when they were updated, and first seen stays when they come back', async () => {
    machine.apt('');
    await look();
    expect(await subject('apt')).toMatchObject({ state: 'clean', open: { unrated: 0 } });
    const [gone] = await weaknesses();
    expect(gone).toMatchObject({ state: 'gone', can: { decide: false } });
    expect((await admin.post(`/weaknesses/${gone?.['id']}/decide`, decision())).body.code).toBe('weakness.gone');
    machine.apt(OPENSSL);
    await look();
    expect(await weaknesses()).toMatchObject([{ id: gone?.['id'], state: 'open', firstSeenAt: gone?.['firstSeenAt'] }]);
  });

  it('are unknown when the lists are old or missing, however little is found', async () => {
    machine.apt('', { daysOld: 9 });
    await look();
    expect(await subject('apt')).toMatchObject({ state: 'unknown', because: expect.stringContaining('9 days old') });
    machine.remove('lists');
    machine.apt('', { daysOld: 1 });
    machine.archive('esm.example_dists_stable-infra-security', 8);
    await look();
    expect((await subject('apt')).because).toContain('8 days old');
    machine.remove('lists');
    await look();
    expect(await subject('apt')).toMatchObject({
      state: 'unknown',
      because: expect.stringContaining('apt-get update'),
    });
    machine.apt('');
    for (const list of ['main_binary-amd64_Packages', 'InRelease'])
      machine.remove(`lists/security.example_dists_stable-security_${list}`);
    await look();
    expect((await subject('apt')).because).toContain('no lists of a security archive');
  });

  it('are unknown when nobody looked for two days', async () => {
    machine.apt('');
    await look();
    expect((await subject('apt')).state).toBe('clean');
    await world.sql('UPDATE inspection SET taken_at = taken_at - INTERVAL 2 DAY');
    expect(await subject('apt')).toMatchObject({ state: 'unknown', because: 'Nobody looked for 2 days.' });
  });

  it('of apt are looked at though the lists of dnf cannot be read', async () => {
    machine.apt('');
    machine.dnf('', '');
    machine.remove('dnf-cache');
    writeFileSync(join(machine.folder, 'dnf-cache'), 'no folder');
    await look();
    expect(await subject('apt')).toMatchObject({ state: 'clean' });
    expect(await subject('dnf')).toMatchObject({ state: 'unknown', because: expect.stringContaining('dnf makecache') });
    machine.remove('dnf-cache');
  });

  it('are read from dnf where that is there', async () => {
    machine.remove('apt');
    machine.dnf(
      'FEDORA-2026-0a7b3c Important/Sec. openssl-libs-1:3.0.9-2.fc38.x86_64\n',
      'openssl-libs.x86_64  1:3.0.9-2.fc38  updates\ntzdata.noarch  2026a-1.fc38  updates\n',
    );
    await look();
    expect(await subject('dnf')).toMatchObject({ state: 'affected', packages: 1, updates: 2, open: { high: 1 } });
    machine.dnf('', 'tzdata.noarch  2026a-1.fc38  updates\n');
    await look();
    expect(await subject('dnf')).toMatchObject({
      state: 'unknown',
      because: expect.stringContaining('no repository says'),
    });
    machine.dnf('', '');
    await look();
    expect(await subject('dnf')).toMatchObject({ state: 'clean', updates: 0 });
    machine.remove('dnf');
    expect(await look()).toMatchObject({ result: '{"skipped":"no package program is known here"}' });
  });
});

const decision = (more: object = {}): Record<string, unknown> => ({
  ...{ decision: 'accepted', reason: 'Behind the firewall until the window.', until: inDays(14) },
  ...more,
});

describe('a decision about a weakness', () => {
  let id: string;
  beforeAll(async () => {
    machine.apt(OPENSSL);
    await look();
    id = String((await weaknesses('&state=open'))[0]?.['id']);
  });

  it('needs a reason, an end within a year, and a fresh proof of identity', async () => {
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    expect((await tired.post(`/weaknesses/${id}/decide`, decision())).body.code).toBe('step_up.required');
    for (const [wrong, pointer] of [
      [{ reason: 'no' }, '/reason'],
      [{ until: inDays(-1) }, '/until'],
      [{ until: inDays(400) }, '/until'],
      [{ decision: 'fixed' }, '/decision'],
    ] as const) {
      const { status, body } = await admin.post(`/weaknesses/${id}/decide`, decision(wrong));
      expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
    }
    expect(await weaknesses('&state=accepted')).toEqual([]);
  });

  it('takes it out of what is open, with who, why and an event, and not out of the chart', async () => {
    const { status, body } = await admin.post(`/weaknesses/${id}/decide`, decision());
    expect([status, body.state, body.decidedName]).toEqual([200, 'accepted', 'Dana']);
    expect(await subject('apt')).toMatchObject({ state: 'clean', open: { unrated: 0 }, decided: 1 });
    expect((await overview()).days.at(-1).seen.unrated).toBe(1);
    expect(await world.events({ action: 'weakness.decided' })).toMatchObject([
      { target_id: id, details: { decision: 'accepted', reason: 'Behind the firewall until the window.' } },
    ]);
  });

  it('is none about what changed since somebody looked', async () => {
    const seen = (await admin.get(`/weaknesses/${id}`)).headers['etag'] as string;
    machine.apt(OPENSSL.replace('3.0.2', '3.0.9'));
    await look();
    const late = await admin.post(`/weaknesses/${id}/decide`, decision(), { 'if-match': seen });
    expect([late.status, (await admin.get(`/weaknesses/${id}`)).body.state]).toEqual([412, 'open']);
    machine.apt(OPENSSL);
    await look();
    await admin.post(`/weaknesses/${id}/decide`, decision());
  });

  it('ends by itself at its time, in lists and in sums', async () => {
    await world.sql('UPDATE weakness SET decided_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?', [id]);
    expect((await admin.get(`/weaknesses/${id}`)).body.state).toBe('open');
    expect(await weaknesses('&state=open')).toHaveLength(1);
    expect(await subject('apt')).toMatchObject({ state: 'affected', open: { unrated: 1 }, decided: 0 });
  });

  it('stays through the next inspection, and not when another update is offered', async () => {
    await admin.post(`/weaknesses/${id}/decide`, decision({ decision: 'ignored' }));
    await look();
    expect((await admin.get(`/weaknesses/${id}`)).body.state).toBe('ignored');
    machine.apt(OPENSSL.replace('3.0.2', '3.0.3'));
    await look();
    expect((await admin.get(`/weaknesses/${id}`)).body).toMatchObject({
      state: 'open',
      fixedIn: '3.0.3',
      reason: null,
    });
    expect((await world.events({ action: 'weakness.reopened' })).slice(-1)).toMatchObject([
      { details: { because: 'it changed' } },
    ]);
  });

  it('is taken back by an administrator', async () => {
    expect((await admin.post(`/weaknesses/${id}/reopen`)).body.code).toBe('weakness.undecided');
    await admin.post(`/weaknesses/${id}/decide`, decision());
    expect((await admin.post(`/weaknesses/${id}/reopen`)).body).toMatchObject({ state: 'open', decision: null });
  });

  it('and all the rest is nobody else’s business', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    for (const path of ['/host-security', '/weaknesses', '/inspections'])
      expect([(await owner.get(path)).status, (await world.nobody().get(path)).status]).toEqual([403, 401]);
    for (const path of [`/weaknesses/${id}/decide`, `/weaknesses/${id}/reopen`, '/host-security/inspect'])
      expect((await owner.post(path, decision())).status).toBe(403);
    const { body } = await owner.graphql('{ hostSecurity { state } }', {});
    expect(body.errors[0].extensions.status).toBe(403);
  });
});
