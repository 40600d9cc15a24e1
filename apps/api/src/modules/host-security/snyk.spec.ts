import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../test/world';
import { readSettings } from '../../platform/config';
import { PaperMachine, inspected } from './host-security.fixture';
import { MachinePrograms } from './programs/machine-programs';
import { SnykProgram } from './programs/snyk-program';
import { aLicence, aProject, aVulnerability, anExcuse } from './reports/snyk.fixture';

const TOKEN = 'canary-b41c0e52-token-of-snyk';
let world: World;
let machine: PaperMachine;
let admin: Person;
beforeAll(async () => {
  const paper = new PaperMachine();
  writeFileSync(join(paper.folder, 'token'), `${TOKEN}\n`);
  world = await aWorld({
    SNYK_TOKEN_FILE: join(paper.folder, 'token'),
    SNYK_PROGRAM: join(paper.folder, 'snyk'),
    SNYK_FOLDER: paper.folder,
    SNYK_ORG: 'acme-security',
    SNYK_API: 'https://api.eu.snyk.io',
  });
  machine = paper;
  machine.takes(world.app.get(MachinePrograms));
  admin = await world.person({ platformAdmin: true, name: 'Dana' });
});
afterAll(async () => {
  machine.done();
  await world.close();
});

/** A program that writes down how it was called, says something, and ends. */
function snyk(answer: unknown, code: number, more = ''): void {
  const path = join(machine.folder, 'snyk');
  writeFileSync(`${path}.json`, typeof answer === 'string' ? answer : JSON.stringify(answer));
  const [calls, said] = [`${path}.calls`, `${path}.json`];
  writeFileSync(path, `#!/bin/sh\n{ pwd; echo "$#:$*"; env; } > '${calls}'\n${more}\ncat '${said}'\nexit ${code}\n`);
  chmodSync(path, 0o755);
}
const called = (): string => readFileSync(join(machine.folder, 'snyk.calls'), 'utf8');
const look = async () => {
  await admin.post('/host-security/inspect');
  return inspected(world);
};
const subject = async (name = 'ClientSt0r') =>
  (await admin.get('/host-security')).body.subjects.find((one: { subject: string }) => one.subject === name);
const bring = (content: string, name = 'snyk.json') => admin.upload('/host-security/reports', { name, content });

describe('the program of Snyk', () => {
  it('is run without a shell, in the folder of the release, with its token in the environment alone', async () => {
    snyk(aProject([aVulnerability(), aVulnerability({ from: ['other'] }), aLicence()]), 1);
    expect(await look()).toMatchObject({ state: 'done', result: '{"taken":1,"unknown":0}' });
    const [folder, args, ...env] = called().split('\n');
    expect([folder, args]).toEqual([machine.folder, '3:test --json --org=acme-security']);
    expect(env).toEqual(expect.arrayContaining([`SNYK_TOKEN=${TOKEN}`, 'SNYK_API=https://api.eu.snyk.io', 'CI=1']));
    expect(env.filter((one) => /^(DATABASE|KEYRING|SECRETS)/.test(one))).toEqual([]);
    const home = env.find((one) => one.startsWith('HOME='))?.slice('HOME='.length) ?? '';
    expect([home.includes('st0r-snyk-'), existsSync(home)]).toEqual([true, false]);
    expect(await subject()).toMatchObject({
      source: 'snyk',
      state: 'affected',
      open: { high: 1, medium: 1 },
      packages: 212,
    });
  });

  it('says with 0 that nothing is there, and what was there is gone', async () => {
    snyk(aProject([]), 0);
    await look();
    expect(await subject()).toMatchObject({ state: 'clean', open: { high: 0 } });
    const { body } = await admin.get('/weaknesses?source=snyk&state=gone');
    expect(body.data).toHaveLength(2);
  });

  it('is unknown when it fails, finds nothing to look at, or contradicts itself', async () => {
    for (const [answer, code, because] of [
      [anExcuse('Authentication failed.'), 2, 'Authentication failed.'],
      ['not json', 2, 'Snyk ended with 2.'],
      [anExcuse(), 3, 'found no packages'],
      [aProject([]), 1, 'does not say what'],
      ['<html>', 0, 'not understood'],
      [anExcuse('Odd.'), 0, 'Odd.'],
      [aProject([]), 42, 'Snyk ended with 42.'],
    ] as const) {
      snyk(answer, code);
      await look();
      expect(await subject()).toMatchObject({ state: 'unknown', because: expect.stringContaining(because) });
    }
  });

  it('is ended when it takes too long or says too much, and is told to be missing', async () => {
    const program = world.app.get(SnykProgram);
    program.timeoutMs = 1500;
    snyk(aProject([]), 0, 'sleep 600');
    await look();
    expect((await subject()).because).toBe('Snyk took too long and was ended.');
    program.timeoutMs = 60_000;
    program.maxBytes = 5000;
    snyk('x'.repeat(6000), 0);
    await look();
    expect((await subject()).because).toBe('Snyk answered more than is read, and was ended.');
    machine.remove('snyk');
    await look();
    expect((await subject()).because).toBe('Snyk could not be started.');
  });

  it('never has its token in answers, events, jobs or the database, though it repeats it', async () => {
    snyk(anExcuse(`Authentication failed for ${TOKEN}.`), 2, `echo ${TOKEN} >&2`);
    await look();
    expect((await subject()).because).toBe('Authentication failed for [secret].');
    for (const table of ['inspection', 'weakness', 'event', 'job'])
      expect(JSON.stringify(await world.sql(`SELECT * FROM ${table}`))).not.toContain(TOKEN);
    const { body } = await admin.get('/inspections?limit=100');
    expect(JSON.stringify(body)).not.toContain(TOKEN);
  });

  it('is not run without a token', () => {
    const settings = readSettings({ DATABASE_PASSWORD: 'x' });
    expect(new SnykProgram(settings).wanted).toBe(false);
    for (const wrong of [{ SNYK_ORG: 'a b' }, { SNYK_PROGRAM: 'snyk' }, { SNYK_API: 'http://api.snyk.io' }])
      expect(() => readSettings(wrong)).toThrow(Object.keys(wrong)[0]);
  });
});

describe('a report that somebody brings', () => {
  it('leaves an inspection for each of its projects, with an event', async () => {
    const several = [aProject([aVulnerability()]), aProject([aLicence()], { projectName: 'portal' })];
    const { status, body } = await bring(JSON.stringify(several));
    expect([status, body.inspections.map((one: { subject: string }) => one.subject)]).toEqual([
      201,
      ['shop (package-lock.json)', 'portal (package-lock.json)'],
    ]);
    const events = await world.events({ action: 'inspection.created', targetId: body.inspections[0].id });
    expect(events).toMatchObject([{ actor_id: admin.id, details: { by: 'person', high: 1, appeared: 1 } }]);
    expect(await subject('portal (package-lock.json)')).toMatchObject({ state: 'affected', open: { medium: 1 } });
  });

  it('leaves nothing when it is broken, foreign or too long, and says why at its field', async () => {
    const before = await world.sql('SELECT COUNT(*) AS n FROM inspection');
    for (const [content, says] of [
      [JSON.stringify(aProject([])).slice(0, 50), 'broken or cut off'],
      ['{"hello":"world"}', 'snyk test --json'],
      ['', 'empty'],
      ['\u0000\u0001', 'no report'],
    ] as const) {
      const { status, body } = await bring(content);
      expect([status, body.errors[0].pointer]).toEqual([400, '/file']);
      expect(body.errors[0].detail).toContain(says);
    }
    expect((await bring(' '.repeat(17 * 1024 * 1024))).status).toBe(413);
    expect((await admin.post('/host-security/reports', {})).status).toBe(400);
    expect(await world.sql('SELECT COUNT(*) AS n FROM inspection')).toEqual(before);
  });

  it('needs a fresh proof of identity', async () => {
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    const file = { name: 'snyk.json', content: JSON.stringify(aProject([])) };
    expect((await tired.upload('/host-security/reports', file)).body.code).toBe('step_up.required');
  });

  it('is written one after the other when two bring the same', async () => {
    const content = JSON.stringify(aProject([aVulnerability()], { projectName: 'twice' }));
    const answers = await Promise.all([bring(content), bring(content), bring(content)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { body } = await admin.get('/weaknesses?subject=twice%20(package-lock.json)');
    expect(body.data).toHaveLength(1);
    expect(answers.map(({ body: one }) => one.inspections[0].appeared).toSorted()).toEqual([0, 0, 1]);
  });
});
