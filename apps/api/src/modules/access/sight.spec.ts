import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { Sights } from './sight.service';

const lockFile = fileURLToPath(new URL('../../schema/permissions.lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as Record<string, { kind: string }>;
type Close = (this: Sights, sessionId: string, because: string, asSeen?: string) => Promise<boolean>;
const NOBODY = '01890000-0000-7000-8000-00000000dead';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let admin: Person;
let tech: Person;
let billing: Person;

const look = (person: Person, as: object, at: TestOrganisation = acme) =>
  person.post('/sights', { organisationId: at.id, ...as });
const role = async (template: string): Promise<string> =>
  (await world.sql<{ id: string }>('SELECT id FROM role WHERE template = ?', [template]))[0]!.id;
const mine = async (person: Person, slug = acme.slug): Promise<string[] | undefined> => {
  const { organisations } = (await person.get('/me')).body as {
    organisations: { slug: string; permissions: string[] }[];
  };
  return organisations.find((one) => one.slug === slug)?.permissions.toSorted();
};

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({
    name: 'Tom',
    roles: [
      [acme, 'technician'],
      [globex, 'owner'],
    ],
  });
  billing = await world.person({ name: 'Bea', roles: [[acme, 'billing']] });
  await tech.post('/assets', { organisationId: acme.id, name: 'core-switch', type: 'switch' });
});
beforeEach(async () => {
  admin = await world.person({
    name: 'Ada',
    platformAdmin: true,
    roles: [
      [acme, 'org_admin'],
      [globex, 'technician'],
    ],
  });
});
afterAll(() => world.close());

describe('an administrator looks with the rights of a colleague', () => {
  it('and sees what they see there, over REST, GraphQL and in the palette, and nothing else', async () => {
    expect((await look(admin, { userId: billing.id })).status).toBe(204);
    const { body: me } = await admin.get('/me');
    expect(me).toMatchObject({
      id: admin.id,
      name: 'Ada',
      platformAdmin: false,
      sight: { kind: 'person', id: billing.id, name: 'Bea', organisation: 'Acme' },
    });
    expect(me.organisations.map((one: { slug: string }) => one.slug)).toEqual(['acme']);
    const held = await mine(billing);
    expect((await mine(admin))?.every((permission) => held?.includes(permission))).toBe(true);
    for (const path of ['/assets', '/assets?org=acme']) {
      expect((await admin.get(path)).body.code).toBe('permission.missing');
      expect((await billing.get(path)).body.code).toBe('permission.missing');
    }
    expect((await admin.get('/sites?org=globex')).body.code).toBe('organisation.not_found');
    expect((await admin.graphql('{ assets { nodes { id } } }')).body.errors[0].extensions.code).toBe(
      'permission.missing',
    );
    expect((await admin.get('/search?q=core')).body.groups).toEqual([]);
    expect((await admin.get('/users')).body.code).toBe('platform.admin_required');
  });

  it('or of a role, and has the own rights back when it ends; both are in the audit log, and nobody is told', async () => {
    const before = await mine(admin);
    expect((await look(admin, { roleId: await role('technician') })).status).toBe(204);
    expect(await mine(admin)).toEqual(await mine(tech));
    expect((await admin.get('/assets?org=acme')).body.data).toHaveLength(1);
    expect((await admin.delete('/sights/current')).status).toBe(204);
    expect(await mine(admin)).toEqual(before);
    expect((await admin.get('/users')).status).toBe(200);
    const events = (await world.events()).filter(
      ({ actor_id: id, action }) => id === admin.id && /^sight/.test(String(action)),
    );
    expect(events).toEqual([
      expect.objectContaining({ action: 'sight.started', target_label: 'Technician', organisation_id: acme.id }),
      expect.objectContaining({
        action: 'sight.ended',
        details: expect.objectContaining({ by: 'Ada', byId: admin.id, sessionId: admin.sessionId, because: 'asked' }),
      }),
    ]);
    expect(await world.sql("SELECT id FROM job WHERE name = 'mail.send'")).toEqual([]);
    expect((await admin.delete('/sights/current')).body.code).toBe('sight.not_found');
  });

  it('never with more than they hold: what is beyond is left out and counted', async () => {
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const own = await mine(admin);
    const beyond = (await mine(owner))!.filter((permission) => !own!.includes(permission));
    await look(admin, { userId: owner.id });
    expect(await mine(admin)).toEqual(own);
    expect((await admin.get('/me')).body.sight.leftOut).toBe(beyond.length);
    expect(beyond.length).toBeGreaterThan(0);
  });

  it('sees nothing once the colleague has no rights left, or may not grant any more themselves', async () => {
    const leaver = await world.person({ roles: [[acme, 'technician']] });
    await look(admin, { userId: leaver.id });
    expect((await admin.get('/assets')).status).toBe(200);
    await world.sql("UPDATE user_account SET state = 'disabled' WHERE id = ?", [leaver.id]);
    expect((await admin.get('/assets')).status).toBe(403);
    await admin.delete('/sights/current');
    await look(admin, { userId: tech.id });
    await world.sql('UPDATE membership SET role_id = ? WHERE user_id = ?', [await role('technician'), admin.id]);
    await world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [admin.id]);
    expect((await admin.get('/me')).body).toMatchObject({ organisations: [], sight: { name: 'Tom' } });
  });
});

describe('whoever looks with other rights', () => {
  it('changes nothing: every write, every act that leaves an event, and everything taken out as a file is refused', async () => {
    await look(admin, { userId: tech.id });
    const open = ['DELETE /sights/current', 'POST /auth/logout'];
    const acts = Object.entries(lock)
      .filter(([name, { kind }]) => /^(?:POST|PUT|PATCH|DELETE) |\/export$|\.csv$/.test(name) && kind !== 'public')
      .map(([name]) => name)
      .filter((name) => !open.includes(name));
    expect(acts.length).toBeGreaterThan(100);
    const done: string[] = [];
    for (const act of acts) {
      const [method, path] = act.split(' ') as [string, string];
      const address = path.replaceAll(/:\w+/g, NOBODY);
      const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
      const bare = verb === 'get' || verb === 'delete';
      const answer = bare ? await admin[verb](address) : await admin[verb](address, {});
      if (answer.body.code !== 'sight.read_only') done.push(`${act}: ${answer.status} ${answer.body.code}`);
    }
    expect(done).toEqual([]);
    const archived = await admin.graphql(`mutation { archiveAsset(id: "${NOBODY}") { id } }`);
    expect(archived.body.errors[0].extensions.code).toBe('sight.read_only');
  });

  it('reveals no secret, though the colleague could', async () => {
    const { id } = (
      await tech.post('/credentials', {
        organisationId: acme.id,
        name: 'Router',
        fields: { password: 'correct horse' },
      })
    ).body;
    await look(admin, { userId: tech.id });
    expect((await admin.get(`/credentials/${id}`)).body.name).toBe('Router');
    const { status, body } = await admin.post(`/credentials/${id}/fields/password/reveal`, {});
    expect([status, body.code]).toEqual([403, 'sight.read_only']);
    expect(body.detail).toContain('Tom');
  });

  it('stays themselves: sessions, keys, settings and what was opened are their own, never the colleague’s', async () => {
    await tech.patch('/me/preferences', { preferences: { theme: 'dark' } });
    await tech.post('/me/recents', { ids: [acme.id] });
    await look(admin, { userId: tech.id });
    const sessions = (await admin.get('/auth/sessions')).body as { id: string }[];
    expect(sessions.map(({ id }) => id)).toEqual([admin.sessionId]);
    expect((await admin.get('/me')).body.preferences).toBeNull();
    expect((await admin.get('/me/recents')).body).toEqual([]);
    const others = (await tech.get('/me')).body;
    expect([others.sight, others.name]).toEqual([null, 'Tom']);
  });

  it('has their own rights back after half an hour, and the audit log says so', async () => {
    await look(admin, { userId: billing.id });
    const [{ minutes } = { minutes: 0 }] = await world.sql<{ minutes: number }>(
      'SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), until) / 60 AS minutes FROM sight WHERE session_id = ?',
      [admin.sessionId],
    );
    expect(Number(minutes)).toBeLessThanOrEqual(30);
    await world.sql('UPDATE sight SET until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE session_id = ?', [
      admin.sessionId,
    ]);
    expect((await admin.get('/me')).body).toMatchObject({ sight: null, platformAdmin: true });
    await world.inside(() => world.app.get(Sights).endOver());
    const ended = (await world.events({ targetId: billing.id, action: 'sight.ended' })).at(-1);
    expect(ended).toMatchObject({ target_label: 'Bea', details: { by: 'Ada', byId: admin.id, because: 'time' } });
    expect(ended?.['details']).toMatchObject({ until: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  });

  it('has ended by time when its end is asked for later, and a new one is not swept away with the old', async () => {
    await look(admin, { userId: billing.id });
    const over = 'UPDATE sight SET until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE session_id = ?';
    await world.sql(over, [admin.sessionId]);
    expect((await admin.delete('/sights/current')).status).toBe(204);
    const ended = async () => (await world.events({ targetId: billing.id, action: 'sight.ended' })).at(-1)?.['details'];
    expect(await ended()).toMatchObject({ because: 'time' });
    await look(admin, { userId: billing.id });
    const close = (until: string) =>
      world.inside(() =>
        (Reflect.get(Sights.prototype, 'close') as Close).call(
          world.app.get(Sights),
          admin.sessionId,
          'session',
          until,
        ),
      );
    expect(await close('2026-01-01 00:00:00.000000')).toBe(false);
    expect((await admin.get('/me')).body.sight).toMatchObject({ name: 'Bea', secondsLeft: expect.any(Number) });
    expect((await admin.delete('/sights/current')).status).toBe(204);
  });

  it('ends it with the session', async () => {
    await look(admin, { userId: billing.id });
    expect((await admin.post('/auth/logout')).status).toBe(204);
    expect((await admin.get('/me')).status).toBe(401);
    await world.inside(() => world.app.get(Sights).endOver());
    expect((await world.events({ targetId: billing.id, action: 'sight.ended' })).at(-1)).toMatchObject({
      details: { by: 'Ada', because: 'session' },
    });
  });
});

describe('looking with other rights is not for', () => {
  const code = async (person: Person, as: object, at?: TestOrganisation) => {
    const { body } = await look(person, as, at);
    return body.errors ? `${body.errors[0].pointer} ${body.errors[0].code}` : body.code;
  };

  it('whoever may not grant, clients one does not administer, and rights of people who are not there', async () => {
    expect(await code(tech, { userId: billing.id })).toBe('organisation.not_found');
    expect(await code(billing, { userId: tech.id })).toBe('permission.missing');
    expect(await code(admin, { userId: tech.id }, globex)).toBe('organisation.not_found');
    const stranger = await world.person({ roles: [[globex, 'technician']] });
    expect(await code(admin, { userId: stranger.id })).toBe('/userId not_found');
    expect(await code(admin, { userId: NOBODY })).toBe('/userId not_found');
    expect(await code(admin, { roleId: NOBODY })).toBe('/roleId not_found');
    expect(await code(admin, {})).toBe('/userId required');
    expect(await code(admin, { userId: tech.id, roleId: NOBODY })).toBe('/roleId one_of');
    expect(await code(admin, { userId: admin.id })).toBe('sight.own');
    expect(await world.sql('SELECT * FROM sight WHERE session_id = ?', [admin.sessionId])).toEqual([]);
  });

  it('a second one inside, a program, or a sign-in of long ago', async () => {
    await look(admin, { userId: tech.id });
    expect(await code(admin, { userId: billing.id })).toBe('sight.read_only');
    expect((await admin.get('/me')).body.sight.name).toBe('Tom');
    const program = await world.person({ roles: [[acme, 'org_admin']], bearer: true });
    expect(await code(program, { userId: tech.id })).toBe('sight.browser_required');
    const late = await world.person({ roles: [[acme, 'org_admin']], signedInMinutesAgo: 11 });
    expect(await code(late, { userId: tech.id })).toBe('step_up.required');
  });
});
