import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { connectAsRoot } from '../../../../test/test-database';
import { RangeService, sha1 } from '../../../../test/range-service';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { Log } from '../../../platform/http';
import { JobWorker, Scheduler } from '../../../platform/jobs';

const STOLEN = 'everybody takes this one';
const OWN = 'seven quiet otters sing';

let away = false;
let meanwhile: (() => Promise<unknown>) | undefined;
const service = new RangeService(async (_, response) => {
  await meanwhile?.();
  if (away) return response.writeHead(503).end();
  const padding = `${'0'.repeat(34)}1:0`;
  return response.end([`${sha1(STOLEN).slice(5)}:37359195`, padding].join('\r\n'));
});
const { asked } = service;

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let owner: Person;
let reader: Person;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await aWorld(await service.start());
  [acme, globex] = [await world.organisation('Acme'), await world.organisation('Globex')];
  owner = await world.person({
    roles: [
      [acme, 'owner'],
      [globex, 'owner'],
    ],
  });
  reader = await world.person({ roles: [[acme, 'technician']] });
  for (const [name, organisation, password] of [
    ['Firewall', acme, STOLEN],
    ['Switch', acme, OWN],
    ['Bank', globex, STOLEN],
  ] as const) {
    const made = await owner.post('/credentials', {
      ...{ organisationId: organisation.id, name, type: 'server' },
      fields: { password },
    });
    expect(made.status, made.text).toBe(201);
    ids[name] = String(made.body.id);
  }
  await world.app.get(Scheduler).prepare();
});
afterAll(async () => {
  await world.close();
  await service.stop();
});
beforeEach(() => {
  service.forget();
  away = false;
  meanwhile = undefined;
});

const turn = (by: Person, on: boolean, at = acme) => by.put('/vault/breach-watch', { organisationId: at.id, on });
const stand = async (): Promise<Record<string, unknown>> => (await reader.get('/vault/breach-watch?org=acme')).body;
const breached = async (by: Person): Promise<string[]> => {
  const { findings } = (await by.get('/vault/health')).body as {
    findings: { finding: string; items: { name: string }[] }[];
  };
  return findings.filter(({ finding }) => finding === 'breached').flatMap(({ items }) => items.map(({ name }) => name));
};
const listed = async (state: string): Promise<string[]> =>
  ((await owner.get(`/credentials?breach=${state}`)).body.data as { name: string }[]).map(({ name }) => name);
const round = async (): Promise<void> => {
  await (await world.person({ platformAdmin: true })).post('/schedules/vault.ask_everywhere/run');
  await world.app.get(JobWorker).drain();
};
const again = (): Promise<unknown> =>
  world.sql('UPDATE credential_breach SET checked_at = checked_at - INTERVAL 1 DAY');

describe('passwords of the vault among stolen ones', () => {
  it('are nobody’s business until somebody who sets vault rules says so, with a fresh proof', async () => {
    await round();
    expect([asked, await breached(owner), await stand()]).toMatchObject([
      [],
      [],
      { available: true, on: false, askable: 2, asked: 0, askedSince: null },
    ]);
    expect((await turn(reader, true)).body.code).toBe('permission.missing');
    const stale = await world.person({ roles: [[acme, 'owner']], signedInMinutesAgo: 30 });
    expect((await turn(stale, true)).body.code).toBe('step_up.required');
    const stranger = await world.person({ roles: [[globex, 'owner']] });
    expect((await turn(stranger, true)).status).toBe(404);
    expect((await owner.get('/vault/breach-watch')).body.errors[0].pointer).toBe('/org');
  });

  it('N06 are found with five digits of forty, told in the log before they are opened, and kept as a word and a time', async () => {
    expect((await turn(owner, true)).body).toMatchObject({ on: true, asked: 0 });
    await world.app.get(JobWorker).drain();
    const paths = asked.map(({ url }) => url);
    expect(paths.toSorted()).toEqual([STOLEN, OWN].map((one) => `/range/${sha1(one).slice(0, 5)}`).toSorted());
    expect(asked.map(({ headers }) => headers['add-padding'])).toEqual(['true', 'true']);
    expect([await breached(reader), await listed('breached'), await listed('clean')]).toEqual([
      ['Firewall'],
      ['Firewall'],
      ['Switch'],
    ]);
    expect(await stand()).toMatchObject({ on: true, askable: 2, asked: 2, by: owner.name });
    const events = (await world.events({})).filter(({ action }) => /breach|looked_up/.test(String(action)));
    expect(events.map(({ action }) => action)).toEqual([
      'vault.breach_watch_switched',
      'vault.passwords_looked_up',
      'credential.breach_found',
    ]);
    const kept = await world.sql('SELECT * FROM credential_breach');
    const jobs = await world.sql("SELECT input, result FROM job WHERE name = 'vault.ask_about_passwords'");
    for (const told of [events, kept, jobs].map((one) => JSON.stringify(one)))
      for (const secret of [STOLEN, OWN, sha1(STOLEN), sha1(STOLEN).slice(5), '37359195'])
        expect(told.toUpperCase()).not.toContain(secret.toUpperCase());
  });

  it('are nothing an administrator of the installation reads of in its jobs', async () => {
    const admin = await world.person({ platformAdmin: true });
    await round();
    const { data } = (await admin.get('/platform-jobs?name=vault.ask_about_passwords')).body;
    expect(data.map(({ state }: { state: string }) => state)).toEqual(['done', 'done']);
    for (const { subject, result } of data) expect([subject, result]).toEqual([null, null]);
  });

  it('are asked about once a day, and found once', async () => {
    await round();
    expect(asked).toEqual([]);
    await again();
    await round();
    expect(asked).toHaveLength(2);
    expect(await world.events({ targetId: ids['Firewall'], action: 'credential.breach_found' })).toHaveLength(1);
  });

  it('N06 are unknown and never clean while nobody can be asked; one that was found stays found', async () => {
    await again();
    away = true;
    await round();
    expect([await breached(owner), await listed('clean'), await listed('unknown')]).toEqual([
      ['Firewall'],
      [],
      ['Bank', 'Switch'],
    ]);
    expect(await stand()).toMatchObject({ asked: 1 });
    away = false;
    await round();
    expect(await listed('clean')).toEqual(['Switch']);
  });

  it('N06 are clean for two days and not for ever, whatever it is that nobody asks any more', async () => {
    await again();
    expect([await listed('clean'), await listed('unknown')]).toEqual([['Switch'], ['Bank']]);
    await again();
    expect([await listed('clean'), await listed('unknown'), await listed('breached'), await breached(owner)]).toEqual([
      [],
      ['Bank', 'Switch'],
      ['Firewall'],
      ['Firewall'],
    ]);
    expect(await stand()).toMatchObject({ askable: 2, asked: 1 });
    expect((await reader.get('/vault/health')).body).toMatchObject({ askable: 2, asked: 1 });
    await round();
    expect([await listed('clean'), await stand()]).toMatchObject([['Switch'], { asked: 2 }]);
  });

  it('are forgotten with the password they were about', async () => {
    const { body } = await owner.get(`/credentials/${ids['Firewall']}`);
    const changed = await owner.patch(
      `/credentials/${ids['Firewall']}`,
      { fields: { password: 'eleven bright kites' } },
      { 'if-match': `"v${body.version}"` },
    );
    expect(changed.status, changed.text).toBe(200);
    expect([await breached(owner), (await stand())['asked']]).toEqual([[], 1]);
    expect(await listed('unknown')).toEqual(['Bank', 'Firewall']);
    await round();
    expect([await listed('clean'), asked.length]).toEqual([['Firewall', 'Switch'], 1]);
  });

  it('are nothing anybody says anything about when it is switched off again', async () => {
    expect((await turn(owner, false)).body).toMatchObject({ on: false, asked: 0, since: null });
    expect(await world.sql('SELECT 1 FROM credential_breach')).toEqual([]);
    await round();
    expect(asked).toEqual([]);
  });
});

describe('a round', () => {
  const words = Array.from({ length: 8 }, (_, at) => `otter number ${at} sings`);
  let initech: TestOrganisation;
  let boss: Person;
  beforeAll(async () => {
    initech = await world.organisation('Initech');
    boss = await world.person({ roles: [[initech, 'owner']] });
    for (const password of words)
      await boss.post('/credentials', {
        organisationId: initech.id,
        name: password,
        type: 'server',
        fields: { password },
      });
  });
  afterEach(() => turn(boss, false, initech));

  const begin = async (): Promise<void> => {
    expect((await turn(boss, true, initech)).status).toBe(200);
    await world.app.get(JobWorker).drain();
  };
  /** Which of the passwords were asked about, in their order. */
  const order = (): number[] =>
    asked.map(({ url }) => words.findIndex((word) => url?.endsWith(`/${sha1(word).slice(0, 5)}`)));
  const kept = (): Promise<unknown[]> =>
    world.sql('SELECT state FROM credential_breach WHERE organisation_id = ?', [initech.id]);
  const result = async (): Promise<unknown> =>
    (await boss.get('/jobs?name=vault.ask_about_passwords&sort=-createdAt')).body.data[0].result;

  it('begins with what the last one did not come to, and ends with what is breached in any case', async () => {
    away = true;
    await begin();
    expect(order()).toEqual([0, 1, 2, 3, 4]);
    service.forget();
    await round();
    expect(order()).toEqual([5, 6, 7, 0, 1]);
    await world.sql(
      `UPDATE credential_breach b JOIN credential c ON c.id = b.credential_id
       SET b.state = 'breached', b.checked_at = b.checked_at - INTERVAL 3 DAY WHERE c.name = ?`,
      [words[2]],
    );
    service.forget();
    await round();
    expect(order()).toEqual([3, 4, 5, 6, 7]);
  });

  it('ends when it is switched off under way: nobody is asked any more, and nothing is kept', async () => {
    meanwhile = () => turn(boss, false, initech);
    await begin();
    expect([order(), await kept()]).toEqual([[0], []]);
    expect(await result()).toMatchObject({ stopped: 'it was switched off' });
  });

  it('keeps nothing beside somebody who is just switching it off', async () => {
    const other = await connectAsRoot(inject('testServer'), world.database.name);
    await other.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await other.beginTransaction();
    let gone: Promise<unknown> | undefined;
    meanwhile = async () => {
      meanwhile = undefined;
      await other.query('DELETE FROM breach_watch WHERE organisation_id = ?', [initech.id]);
      await other.query('DELETE FROM credential_breach WHERE organisation_id = ?', [initech.id]);
      gone = sleep(300).then(() => other.commit());
    };
    await begin();
    await gone;
    await other.end();
    expect([order(), await kept()]).toEqual([[0], []]);
  });

  it('ends where the file or folder is missing, and says so once in the log', async () => {
    const warned = vi.spyOn(world.app.get(Log), 'warn');
    const settings = world.settings as { BREACH_LIST: string };
    const before = settings.BREACH_LIST;
    settings.BREACH_LIST = join(world.settings.DATA_DIR, 'no-such-folder');
    await begin();
    settings.BREACH_LIST = before;
    expect(warned.mock.calls.flat()).toEqual([expect.stringContaining('no-such-folder (ENOENT)')]);
    warned.mockRestore();
    expect([asked, await kept()]).toEqual([[], [{ state: 'unknown' }]]);
  });

  it('asks a service that does not answer five times and no more, and passes over what does not open', async () => {
    const many = Array.from({ length: 8 }, (_, at) => `C${at}`);
    for (const name of many) {
      const input = { organisationId: globex.id, name, type: 'server', fields: { password: `${name} and ${OWN}` } };
      ids[name] = String((await owner.post('/credentials', input)).body.id);
    }
    away = true;
    expect((await turn(owner, true, globex)).status).toBe(200);
    await world.app.get(JobWorker).drain();
    expect(asked).toHaveLength(5);
    away = false;
    for (const name of many.slice(0, 6))
      await world.sql('UPDATE credential_field SET `blob` = REVERSE(`blob`) WHERE credential_id = ?', [ids[name]]);
    await round();
    const { askable, asked: known } = (await owner.get('/vault/breach-watch?org=globex')).body;
    expect([askable, known]).toEqual([9, 3]);
  });
});

describe('an installation without a list', () => {
  it('says so, and switches nothing on', async () => {
    const bare = await aWorld();
    const client = await bare.organisation('Acme');
    const person = await bare.person({ roles: [[client, 'owner']] });
    const answer = await person.put('/vault/breach-watch', { organisationId: client.id, on: true });
    expect([answer.status, answer.body.code]).toEqual([409, 'vault.no_breach_list']);
    expect((await person.get('/vault/breach-watch?org=acme')).body).toMatchObject({ available: false, on: false });
    await bare.close();
  });
});
