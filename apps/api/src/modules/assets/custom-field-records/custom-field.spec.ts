import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let owner: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  owner = await world.person({
    roles: [
      [acme, 'owner'],
      [globex, 'owner'],
    ],
  });
});
afterAll(() => world.close());

const field = (fields: object) => owner.post('/custom-fields', { organisationId: acme.id, ...fields });
const asset = (fields: object) =>
  owner.post('/assets', { organisationId: acme.id, name: 'pc', type: 'laptop', ...fields });

describe('custom fields', () => {
  it('are checked, stored, filtered by and cleared', async () => {
    const made = await field({ slug: 'cost_centre', label: 'Cost centre', type: 'text', pattern: '[0-9]{4}' });
    expect(made.status).toBe(201);
    await field({
      slug: 'ram_gb',
      label: 'RAM',
      type: 'number',
      min: '1',
      max: '4096',
      assetTypes: ['laptop', 'server'],
    });
    const wrong = await asset({ customFields: { cost_centre: 'x', ram_gb: 0 } });
    expect(wrong.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/customFields/cost_centre',
      '/customFields/ram_gb',
    ]);
    const right = await asset({ customFields: { cost_centre: '4711', ram_gb: 32 } });
    expect(right.body.customFields).toEqual({ cost_centre: '4711', ram_gb: 32 });
    const found = await owner.get('/assets?cf.cost_centre=4711');
    expect(found.body.data.map((row: { id: string }) => row.id)).toEqual([right.body.id]);
    expect((await owner.get('/assets?cf.cost_centre=4712')).body.data).toEqual([]);
    const kept = await owner.patch(`/assets/${right.body.id}`, { customFields: { ram_gb: 64 } });
    expect(kept.body.customFields).toEqual({ cost_centre: '4711', ram_gb: 64 });
    const cleared = await owner.patch(`/assets/${right.body.id}`, {
      customFields: { ram_gb: null, cost_centre: null },
    });
    expect(cleared.body.customFields).toBeNull();
    const camera = await asset({ type: 'security_camera', customFields: { ram_gb: 1 } });
    expect(camera.body.errors[0]).toMatchObject({ pointer: '/customFields/ram_gb', code: 'unknown' });
  });

  it('can be required of one type of asset', async () => {
    await field({ slug: 'imei', label: 'IMEI', type: 'text', required: true, assetTypes: ['mobile'] });
    const without = await asset({ type: 'mobile' });
    expect(without.body.errors[0]).toMatchObject({ pointer: '/customFields/imei', code: 'required' });
    const phone = await asset({ type: 'mobile', customFields: { imei: '35' } });
    expect(phone.status).toBe(201);
    const emptied = await owner.patch(`/assets/${phone.body.id}`, { customFields: { imei: null } });
    expect(emptied.body.errors[0].code).toBe('required');
    expect((await asset({})).status).toBe(201);
  });

  it('can point at records of the same organisation only', async () => {
    await field({ slug: 'backup_of', label: 'Backup of', type: 'relation', relatesTo: 'asset' });
    const own = (await asset({})).body.id;
    const foreign = (await owner.post('/assets', { organisationId: globex.id, name: 'x' })).body.id;
    expect((await asset({ customFields: { backup_of: own } })).status).toBe(201);
    const res = await asset({ customFields: { backup_of: foreign } });
    expect(res.body.errors[0]).toMatchObject({ pointer: '/customFields/backup_of', code: 'not_found' });
  });

  it.each([
    [{ slug: 'UPPER', label: 'x', type: 'text' }, '/slug'],
    [{ slug: 'bad_pattern', label: 'x', type: 'text', pattern: '(a+)+$' }, '/pattern'],
    [{ slug: 'no_options', label: 'x', type: 'dropdown' }, '/options'],
    [{ slug: 'reversed', label: 'x', type: 'number', min: '5', max: '1' }, '/max'],
    [{ slug: 'cost_centre', label: 'again', type: 'text' }, '/slug'],
    [{ slug: 'x', label: 'x', type: 'hologram' }, '/type'],
  ])('refuse the definition %j and say where', async (wrong, pointer) => {
    const res = await field(wrong);
    expect(res.status).toBe(400);
    expect(res.body.errors[0].pointer).toBe(pointer);
  });

  it('are defined by those who run the organisation', async () => {
    const tech = await world.person({ roles: [[acme, 'technician']] });
    expect((await tech.get('/custom-fields?assetType=laptop')).body.data.length).toBeGreaterThan(1);
    expect(
      (await tech.post('/custom-fields', { organisationId: acme.id, slug: 'y', label: 'y', type: 'text' })).status,
    ).toBe(403);
    const stranger = await world.person({ roles: [[globex, 'owner']] });
    expect((await stranger.get('/custom-fields')).body.data).toEqual([]);
  });
});
