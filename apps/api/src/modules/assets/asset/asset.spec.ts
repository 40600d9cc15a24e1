import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { CatalogueSeed } from '../catalogue-records/catalogue-seed';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;
let both: Person;
let helpdesk: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']], name: 'Tess Tech' });
  both = await world.person({
    roles: [
      [acme, 'technician'],
      [globex, 'technician'],
    ],
  });
  helpdesk = await world.person({ roles: [[acme, 'helpdesk']] });
  await world.inside(() => world.app.get(CatalogueSeed).run());
});
afterAll(() => world.close());

const asset = (fields: object = {}) => tech.post('/assets', { organisationId: acme.id, name: 'fw-01', ...fields });

describe('keeping an asset', () => {
  it('stores interfaces in canonical spelling and finds the asset by any of them', async () => {
    const res = await asset({
      type: 'firewall',
      hostname: 'fw-01.acme.example',
      os: 'FortiOS 7.4',
      interfaces: [
        { name: 'wan', mac: '00-1B-63-84-45-E6', ips: ['2001:DB8:0:0::1', '192.0.2.1', '192.0.2.1'] },
        { mac: '001b.6384.45e7', primary: true },
      ],
      warrantyEndsOn: '2027-03-31',
      price: 129900,
      currency: 'EUR',
      tags: ['edge', 'ha'],
      notes: '  as typed\n',
    });
    expect(res.status).toBe(201);
    expect(res.headers['etag']).toBe('"v1"');
    expect(res.headers['cache-control']).toBe('no-store');
    expect(res.body).toMatchObject({
      status: 'active',
      osSource: 'hand',
      price: 129900,
      notes: '  as typed\n',
      warnings: [],
      can: { update: true, archive: false },
      interfaces: [
        { name: 'wan', mac: '00:1b:63:84:45:e6', primary: false, ips: ['2001:db8::1', '192.0.2.1'], source: 'hand' },
        { name: 'Interface 2', mac: '00:1b:63:84:45:e7', primary: true, ips: [] },
      ],
    });
    for (const filter of ['mac=001B638445E7', 'ip=2001:db8::1', 'ip=192.0.2.1', 'tags[all]=edge,ha', 'q=fw-01.acme']) {
      const list = await tech.get(`/assets?${filter}`);
      expect([filter, list.body.data?.map((row: { id: string }) => row.id)]).toEqual([filter, [res.body.id]]);
    }
    expect((await tech.get('/assets?mac[null]=true&ip=192.0.2.1')).body.data).toEqual([]);
    expect((await tech.get('/assets?warrantyEndsOn[lt]=2027-04-01&sort=-warrantyEndsOn')).body.data).toHaveLength(1);
    await tech.patch(`/assets/${res.body.id}`, { interfaces: null, tags: null });
    expect((await tech.get('/assets?ip=192.0.2.1')).body.data).toEqual([]);
  });

  it('takes maker and type from the model, and refuses a model of another maker', async () => {
    const models = await tech.get('/models?q=Catalyst&limit=1');
    const [model] = models.body.data;
    const res = await asset({ name: 'sw', modelId: model.id });
    expect(res.body).toMatchObject({
      type: model.type,
      manufacturer: { id: model.manufacturerId, name: model.manufacturer.name },
      model: { name: model.name, type: 'model' },
    });
    const makers = await tech.get('/manufacturers?name=Dell');
    const wrong = await asset({ modelId: model.id, manufacturerId: makers.body.data[0].id });
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/modelId', code: 'other_manufacturer' });
  });

  it.each([
    [{ interfaces: [{ mac: 'zz' }] }, 400, '/interfaces/0/mac'],
    [{ interfaces: [{ ips: ['10.0.0.300'] }] }, 400, '/interfaces/0/ips/0'],
    [{ interfaces: [{ mac: '001b638445e6' }, { mac: '00:1b:63:84:45:e6' }] }, 400, '/interfaces/1/mac'],
    [{ interfaces: [{ speed: 1 }] }, 400, '/interfaces/0/speed'],
    [{ warrantyEndsOn: '2027-02-30' }, 400, '/warrantyEndsOn'],
    [{ price: 1.5 }, 400, '/price'],
    [{ type: 'spaceship' }, 400, '/type'],
    [{ tags: ['x'.repeat(51)] }, 400, '/tags/0'],
    [{ customFields: { nothing: 1 } }, 400, '/customFields/nothing'],
    [{ modelId: '0192f0c1-2345-7abc-8def-0123456789ab' }, 404, '/modelId'],
    [{ siteId: 'not-an-id' }, 400, '/siteId'],
  ])('refuses %j and says where', async (wrong, status, pointer) => {
    const res = await asset(wrong);
    expect([res.status, res.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
  });

  it('refuses a second asset with the same tag, and warns of the same serial number', async () => {
    await asset({ name: 'one', assetTag: 'A-1', serial: 'SN-1' });
    const tag = await asset({ name: 'two', assetTag: 'a-1' });
    expect([tag.status, tag.body.code, tag.body.errors[0].pointer]).toEqual([409, 'asset.tag_taken', '/assetTag']);
    const serial = await asset({ name: 'three', serial: 'SN-1' });
    expect([serial.status, serial.body.warnings]).toEqual([
      201,
      [{ pointer: '/serial', code: 'serial.duplicate', detail: expect.stringContaining('one') }],
    ]);
    const elsewhere = await both.post('/assets', {
      organisationId: globex.id,
      name: 'four',
      assetTag: 'A-1',
      serial: 'SN-1',
    });
    expect([elsewhere.status, elsewhere.body.warnings]).toEqual([201, []]);
  });

  it('tells a change of fields and interfaces in one event, and refuses a stale change whole', async () => {
    const { body } = await asset({ interfaces: [{ name: 'eth0', mac: '02:00:00:00:00:01' }] });
    const res = await tech.patch(
      `/assets/${body.id}`,
      { hostname: 'new', interfaces: [{ name: 'eth0', mac: '02:00:00:00:00:02' }] },
      { 'if-match': '"v1"' },
    );
    expect(res.body.version).toBe(2);
    const events = await world.events({ targetId: body.id });
    expect(events.map((event) => event['action'])).toEqual(['asset.created', 'asset.updated']);
    expect(events[1]?.['changes']).toMatchObject({
      hostname: { from: null, to: 'new' },
      interfaces: { to: [{ mac: '02:00:00:00:00:02' }] },
    });
    const stale = await tech.patch(`/assets/${body.id}`, { interfaces: [] }, { 'if-match': '"v1"' });
    expect(stale.status).toBe(412);
    expect((await tech.get(`/assets/${body.id}`)).body.interfaces).toHaveLength(1);
  });

  it('cannot be part of itself, however far away', async () => {
    const a = await asset({ name: 'chassis' });
    const b = await asset({ name: 'blade', parentId: a.body.id });
    expect(b.body.parent).toMatchObject({ name: 'chassis', type: 'asset' });
    const loop = await tech.patch(`/assets/${a.body.id}`, { parentId: b.body.id });
    expect(loop.body.errors[0]).toMatchObject({ pointer: '/parentId', code: 'loop' });
  });
});

describe('the life of an asset', () => {
  it('moves along the lifecycle with reasons and keeps them', async () => {
    const { body } = await asset({ status: 'ordered' });
    expect(body.nextStatuses).toContain('in_stock');
    const moved = await tech.post(`/assets/${body.id}/move`, { to: 'in_stock', reason: 'delivered' });
    expect([moved.status, moved.body.status]).toEqual([200, 'in_stock']);
    await tech.patch(`/assets/${body.id}`, { status: 'active' });
    const history = await tech.get(`/assets/${body.id}/status-changes`);
    expect(history.body).toMatchObject([
      { from: 'in_stock', to: 'active', reason: null, byName: 'Tess Tech' },
      { from: 'ordered', to: 'in_stock', reason: 'delivered' },
      { from: null, to: 'ordered' },
    ]);
    expect((await world.events({ targetId: body.id, action: 'asset.moved' }))[0]?.['details']).toEqual({
      reason: 'delivered',
    });
  });

  it('refuses a step the lifecycle does not know and says which it knows', async () => {
    const { body } = await asset({ status: 'disposed' });
    const res = await tech.post(`/assets/${body.id}/move`, { to: 'active' });
    expect([res.status, res.body.code]).toEqual([409, 'asset.move_refused']);
    const stolen = await asset({ status: 'stolen' });
    const patched = await tech.patch(`/assets/${stolen.body.id}`, { status: 'active', hostname: 'x' });
    expect(patched.body).toMatchObject({ code: 'asset.move_refused', params: { allowed: ['in_stock', 'retired'] } });
    expect((await tech.get(`/assets/${stolen.body.id}`)).body.hostname).toBeNull();
  });
});

describe('who may', () => {
  it('lets helpdesk read and not write', async () => {
    const { body } = await asset();
    expect((await helpdesk.get(`/assets/${body.id}`)).body.can).toEqual({ update: false, archive: false });
    expect((await helpdesk.patch(`/assets/${body.id}`, { name: 'x' })).status).toBe(403);
    expect((await helpdesk.post(`/assets/${body.id}/move`, { to: 'lost' })).status).toBe(403);
    expect((await tech.post(`/assets/${body.id}/archive`)).status).toBe(403);
  });

  it('answers assets of other organisations like assets that do not exist', async () => {
    const { body } = await both.post('/assets', { organisationId: globex.id, name: 'hidden' });
    const answers = await Promise.all([
      tech.get(`/assets/${body.id}`),
      tech.patch(`/assets/${body.id}`, { name: 'x' }),
      tech.post(`/assets/${body.id}/move`, { to: 'lost' }),
      tech.get(`/assets/${body.id}/status-changes`),
      tech.post('/assets', { organisationId: globex.id, name: 'x' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    const graph = await tech.graphql('query($id: ID!) { asset(id: $id) { name } }', { id: body.id });
    expect(graph.body.errors[0].extensions.code).toBe('asset.not_found');
  });

  it('refuses relations to records of another organisation, in the API and in the database', async () => {
    const site = await both.post('/sites', { organisationId: globex.id, name: 'Globex HQ' });
    const contact = await both.post('/contacts', { organisationId: globex.id, name: 'Gil' });
    const parent = await both.post('/assets', { organisationId: globex.id, name: 'chassis' });
    const own = await asset({ interfaces: [{ name: 'eth0' }] });
    const foreign = { siteId: site.body.id, contactId: contact.body.id, parentId: parent.body.id };
    for (const [name, id] of Object.entries(foreign)) {
      const created = await both.post('/assets', { organisationId: acme.id, name: 'x', [name]: id });
      const changed = await both.patch(`/assets/${own.body.id}`, { [name]: id });
      const seen = [created, changed].map((res) => [res.status, res.body.errors?.[0]?.pointer]);
      expect(seen).toEqual([
        [404, `/${name}`],
        [404, `/${name}`],
      ]);
      const column = name.replace('Id', '_id');
      await expect(world.sql(`UPDATE asset SET ${column} = ? WHERE id = ?`, [id, own.body.id])).rejects.toThrow(
        /foreign key/i,
      );
    }
    const [row] = own.body.interfaces;
    const move = world.sql('UPDATE asset_interface SET organisation_id = ? WHERE id = ?', [globex.id, row.id]);
    await expect(move).rejects.toThrow(/foreign key/i);
  });
});

describe('GraphQL', () => {
  it('lists the same assets with makers and interfaces', async () => {
    const created = await tech.graphql(
      'mutation($input: AssetCreateInput!) { createAsset(input: $input) { id interfaces { mac } } }',
      { input: { organisationId: acme.id, name: 'graph-asset', interfaces: [{ mac: '02:00:00:00:10:01' }] } },
    );
    expect(created.body.data.createAsset.interfaces).toEqual([{ mac: '02:00:00:00:10:01' }]);
    const list = await tech.graphql(
      '{ assets(filter: { mac: { eq: "02-00-00-00-10-01" } }) { nodes { name nextStatuses } } }',
    );
    expect(list.body.data.assets.nodes).toMatchObject([{ name: 'graph-asset' }]);
  });

  it('moves assets along the same lifecycle', async () => {
    const { body } = await asset({ status: 'ready' });
    const move = (to: string) =>
      tech.graphql('mutation($id: ID!, $input: AssetMoveInput!) { moveAsset(id: $id, input: $input) { status } }', {
        id: body.id,
        input: { to, reason: 'handed over' },
      });
    expect((await move('active')).body.data.moveAsset).toEqual({ status: 'active' });
    expect((await move('disposed')).body.errors[0].extensions.code).toBe('asset.move_refused');
  });
});
