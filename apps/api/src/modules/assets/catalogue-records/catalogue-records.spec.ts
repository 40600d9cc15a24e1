import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../../test/world';
import { CATALOGUE } from '../catalogue';
import { CatalogueSeed } from './catalogue-seed';
import { ModelImportService } from './model-import.service';

const REAL_LIBRARY = '../shared/data/devicetypes';

let world: World;
let admin: Person;
let tech: Person;

beforeAll(async () => {
  world = await aWorld();
  const acme = await world.organisation('Acme');
  admin = await world.person({ platformAdmin: true });
  tech = await world.person({ roles: [[acme, 'technician']] });
  await world.inside(() => world.app.get(CatalogueSeed).run());
});
afterAll(() => world.close());

const YAML = `manufacturer: Examplia
model: X-08
slug: examplia-x-08
part_number: 08
u_height: 1.5
is_full_depth: false
interfaces:
  - name: ge-0/0/1
    type: 1000base-t
power-ports:
  - name: PSU
    type: iec-60320-c14
    maximum_draw: 90
`;

describe('the catalogue of models', () => {
  it('is there after the first start and stays as it is after the second', async () => {
    const [first] = await world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM model');
    expect(Number(first?.n)).toBe(CATALOGUE.length);
    const again = await world.inside(() => world.app.get(CatalogueSeed).run());
    expect([again.created.length, again.updated.length, again.unchanged.length]).toEqual([0, 0, CATALOGUE.length]);
  });

  it('is read by everybody signed in and written by platform administrators', async () => {
    const found = await tech.get('/models?q=PowerEdge&sort=name');
    expect(found.body.data[0]).toMatchObject({ manufacturer: { type: 'manufacturer' }, source: 'catalogue' });
    expect((await tech.post('/manufacturers', { name: 'Mine' })).status).toBe(403);
    expect((await world.nobody().get('/models')).status).toBe(401);
    const maker = await admin.post('/manufacturers', { name: 'Handmade' });
    const model = await admin.post('/models', {
      manufacturerId: maker.body.id,
      name: 'Box 1+',
      uHeight: 1.5,
      type: 'server',
    });
    expect(model.body).toMatchObject({
      slug: 'handmade-box-1-plus',
      uHeight: 1.5,
      source: 'own',
      can: { update: true },
    });
    expect((await admin.post('/manufacturers', { name: 'handmade' })).status).toBe(409);
    expect((await tech.post('/models/import', {})).status).toBe(403);
  });

  it('grows by a device file: first tried, then taken, then unchanged', async () => {
    const file = { name: 'x-08.yaml', content: YAML };
    const tried = await admin.upload('/models/import', file, { dryRun: 'true' });
    expect(tried.body).toMatchObject({ dryRun: true, created: 1, createdModels: ['Examplia X-08'] });
    expect((await admin.get('/models?slug=examplia-x-08')).body.data).toEqual([]);
    const taken = await admin.upload('/models/import', file);
    expect(taken.body).toMatchObject({ dryRun: false, created: 1, refused: 0 });
    const [model] = (await admin.get('/models?slug=examplia-x-08')).body.data;
    expect(model).toMatchObject({ partNumber: '08', uHeight: 1.5, maxWatts: 90, source: 'library', fullDepth: false });
    expect(model.ports).toMatchObject([
      { list: 'interfaces', name: 'ge-0/0/1', type: '1000base-t' },
      { list: 'powerPorts', name: 'PSU' },
    ]);
    expect((await admin.upload('/models/import', file)).body).toMatchObject({ created: 0, unchanged: 1 });
    const newer = { name: 'x-08.yaml', content: YAML.replace('1.5', '2') };
    expect((await admin.upload('/models/import', newer)).body).toMatchObject({ updated: 1 });
    const actions = (await world.events({ targetId: model.id })).map((event) => event['action']);
    expect(actions).toEqual(['model.created', 'model.updated']);
  });

  it('refuses a broken file with its reason and what is no archive as a whole', async () => {
    const broken = await admin.upload('/models/import', { name: 'bad.yaml', content: 'manufacturer: Examplia\n' });
    expect(broken.body).toMatchObject({ created: 0, refused: 1, refusals: [{ path: 'bad.yaml' }] });
    const noZip = await admin.upload('/models/import', { name: 'lib.zip', content: 'not a zip' });
    expect([noZip.status, noZip.body.errors[0]]).toMatchObject([400, { pointer: '/file', code: 'library.not_a_zip' }]);
    expect((await admin.post('/models/import', {})).body.errors[0].pointer).toBe('/file');
  });

  it.skipIf(!existsSync(REAL_LIBRARY))('takes a whole real library from a folder', async () => {
    const report = await world.inside(() => world.app.get(ModelImportService).importLibraryFolder(REAL_LIBRARY));
    expect(report.created + report.updated).toBeGreaterThan(150);
    expect(report.refused).toBe(0);
    const again = await world.inside(() => world.app.get(ModelImportService).importLibraryFolder(REAL_LIBRARY));
    expect([again.created, again.updated]).toEqual([0, 0]);
  });
});
