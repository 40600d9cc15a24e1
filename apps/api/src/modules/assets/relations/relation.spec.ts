import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;
let both: Person;
let ids: { server: string; app: string; anna: string; foreign: string };

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']] });
  both = await world.person({
    roles: [
      [acme, 'technician'],
      [globex, 'technician'],
    ],
  });
  const make = async (path: string, organisationId: string, name: string): Promise<string> =>
    (await both.post(path, { organisationId, name })).body.id;
  ids = {
    server: await make('/assets', acme.id, 'srv-01'),
    app: await make('/assets', acme.id, 'erp'),
    anna: await make('/contacts', acme.id, 'Anna'),
    foreign: await make('/assets', globex.id, 'srv-globex'),
  };
});
afterAll(() => world.close());

const relate = (fields: object) =>
  tech.post('/relations', {
    organisationId: acme.id,
    kind: 'depends_on',
    sourceType: 'asset',
    sourceId: ids.app,
    targetType: 'asset',
    targetId: ids.server,
    ...fields,
  });

describe('relations between records', () => {
  it('read in both directions, across kinds of records', async () => {
    const made = await relate({ note: 'database' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ outgoing: true, label: 'depends on', other: { name: 'srv-01', type: 'asset' } });
    await relate({ kind: 'responsible_for', sourceType: 'contact', sourceId: ids.anna });
    const seen = await tech.get(`/relations?record=asset:${ids.server}`);
    expect(seen.body).toMatchObject([
      { label: 'is needed by', outgoing: false, note: 'database', other: { id: ids.app, name: 'erp' } },
      { label: 'is looked after by', other: { id: ids.anna, name: 'Anna', type: 'contact' } },
    ]);
    expect((await world.events({ targetId: made.body.id })).map((event) => event['action'])).toEqual([
      'relation.created',
    ]);
    const twice = await relate({});
    expect([twice.status, twice.body.code]).toEqual([409, 'relation.known']);
    expect((await tech.delete(`/relations/${made.body.id}`)).status).toBe(204);
    expect((await world.events({ targetId: made.body.id })).at(-1)?.['action']).toBe('relation.removed');
    expect((await tech.get(`/relations?record=asset:${ids.app}`)).body).toEqual([]);
  });

  it.each([
    [() => ({ targetId: ids.foreign }), 404, '/targetId'],
    [() => ({ sourceId: ids.foreign }), 404, '/sourceId'],
    [() => ({ targetType: 'contact' }), 404, '/targetId'],
    [() => ({ targetType: 'session' }), 400, '/targetType'],
    [() => ({ targetId: ids.app }), 400, '/targetId'],
    [() => ({ kind: 'friend_of' }), 400, '/kind'],
  ])('refuse %s', async (wrong, status, pointer) => {
    const res = await relate(wrong());
    expect([res.status, res.body.errors[0].pointer]).toEqual([status, pointer]);
  });

  it('stay within one organisation even for people of both', async () => {
    const input = { organisationId: acme.id, kind: 'depends_on', sourceType: 'asset', targetType: 'asset' };
    const res = await both.post('/relations', { ...input, sourceId: ids.app, targetId: ids.foreign });
    expect(res.status).toBe(404);
    const outside = await tech.post('/relations', {
      ...input,
      organisationId: globex.id,
      sourceId: ids.app,
      targetId: ids.server,
    });
    expect(outside.status).toBe(404);
  });

  it('hide ends the reader may not read, and need the right to change one end', async () => {
    const made = await relate({ kind: 'used_by', sourceType: 'contact', sourceId: ids.anna });
    const portal = await world.person({ roles: [[acme, 'portal']] });
    expect((await portal.get(`/relations?record=contact:${ids.anna}`)).body).toEqual([]);
    expect((await portal.get(`/relations?record=asset:${ids.server}`)).body).toEqual([]);
    const auditor = await world.person({ roles: [[acme, 'auditor']] });
    expect((await auditor.get(`/relations?record=contact:${ids.anna}`)).body).toHaveLength(2);
    expect((await auditor.delete(`/relations/${made.body.id}`)).status).toBe(403);
    expect((await tech.get('/relations?record=nonsense')).body.errors[0].pointer).toBe('/record');
  });
});
