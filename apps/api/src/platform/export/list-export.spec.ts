import { uuid7 } from '@st0r/crypto';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({
    roles: [
      [acme, 'technician'],
      [globex, 'technician'],
    ],
  });
  const site = await tech.post('/sites', { organisationId: acme.id, name: 'Yard; "north"' });
  const assets = [
    { name: '=HYPERLINK("http://x")', type: 'server', siteId: site.body.id, warrantyEndsOn: '2027-03-01' },
    { name: 'plain', type: 'laptop', price: 129_900, currency: 'EUR', tags: ['a', 'b'] },
  ];
  for (const asset of assets) await tech.post('/assets', { organisationId: acme.id, ...asset });
});
afterAll(() => world.close());

async function sheetOf(raw: Buffer): Promise<string> {
  const zip = await fromBufferPromise(raw, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (!/worksheets\/sheet1\.xml$/.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }
  throw new Error('The file holds no sheet.');
}

describe('taking a list out as a file', () => {
  const COLUMNS = 'columns=name:Asset%20name,site:Site,warrantyEndsOn,price:Price,tags';

  it('holds exactly the rows, the order and the columns that were on screen', async () => {
    const csv = await tech.get(`/assets/export?org=acme&sort=-name&${COLUMNS}`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="assets.csv"');
    expect(csv.text.replace('\uFEFF', '').trimEnd().split('\r\n')).toEqual([
      '"Asset name","Site","warrantyEndsOn","Price","tags"',
      '"plain","","","1299","a; b"',
      `"'=HYPERLINK(""http://x"")","Yard; ""north""","2027-03-01","",""`,
    ]);
    const filtered = await tech.get(`/assets/export?org=acme&type=laptop&columns=name&lossless=true`);
    expect(filtered.text).toBe('"name"\r\n"plain"\r\n');
  });

  it('is JSON for programs: values with their types, under the names of the API', async () => {
    const json = await tech.get(`/assets/export?org=acme&sort=-name&format=json&${COLUMNS}`);
    expect(json.body).toEqual([
      { name: 'plain', site: null, warrantyEndsOn: null, price: 1299, tags: 'a; b' },
      {
        name: '=HYPERLINK("http://x")',
        site: 'Yard; "north"',
        warrantyEndsOn: '2027-03-01',
        price: null,
        tags: '',
      },
    ]);
    expect((await tech.get('/assets/export?org=globex&format=json')).body).toEqual([]);
  });

  it('is a spreadsheet in which text stays text and numbers and days are what they are', async () => {
    const xlsx = await tech.get(`/assets/export?org=acme&sort=-name&format=xlsx&${COLUMNS}`);
    expect(String(xlsx.headers['content-type'])).toContain('spreadsheetml');
    const sheet = await sheetOf(xlsx.raw);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<v>1299</v>');
    expect(sheet).toMatch(/<c r="C3"[^>]*><v>46447<\/v>/);
  });

  it('names what it does not know and what there is', async () => {
    const column = await tech.get('/assets/export?columns=name,password');
    expect(column.body.errors[0]).toMatchObject({ pointer: '/query/columns', code: 'column' });
    expect(column.body.errors[0].params.allowed).toContain('warrantyEndsOn');
    expect((await tech.get('/assets/export?format=pdf')).body.errors[0].pointer).toBe('/query/format');
    expect((await tech.get('/assets/export?colour=red')).body.errors[0].pointer).toBe('/query/colour');
  });

  it('leaves an event in the log of each organisation whose list went out', async () => {
    await tech.get('/sites/export?columns=name');
    const events = await world.events({ action: 'site.exported' });
    expect(events.map((event) => event['organisation_id']).sort()).toEqual([acme.id, globex.id].sort());
    expect(events[0]?.['details']).toEqual({ format: 'csv', filters: [], columns: ['name'] });
  });

  it('asks for the right to move the vault before the list of credentials leaves', async () => {
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const made = {
      organisationId: acme.id,
      name: 'FW admin',
      fields: { username: 'admin', password: 'hunter2hunter2' },
    };
    await owner.post('/credentials', made);
    expect((await tech.get('/credentials/export')).body.code).toBe('permission.missing');
    const file = await owner.get('/credentials/export?columns=name,fields.username');
    expect([file.text.includes('"FW admin","admin"'), file.text.includes('hunter2')]).toEqual([true, false]);
  });
});

describe('a spreadsheet of a long list', () => {
  it('is refused before it fills the memory, with the way out', async () => {
    const rows = Array.from({ length: 10_001 }, (_, n) => [uuid7(), globex.id, `site ${n}`]);
    await world.sql(
      `INSERT INTO site (id, organisation_id, name, type, status, created_at, updated_at)
       VALUES ${rows.map(() => "(?, ?, ?, 'office', 'active', NOW(6), NOW(6))").join(', ')}`,
      rows.flat(),
    );
    const xlsx = await tech.get('/sites/export?org=globex&format=xlsx');
    expect(xlsx.body.errors[0]).toMatchObject({ pointer: '/query/format', code: 'too_many' });
    const csv = await tech.get('/sites/export?org=globex&columns=name&lossless=true');
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(10_002);
  });
});
