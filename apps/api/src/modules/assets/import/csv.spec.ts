import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { CatalogueSeed } from '../catalogue-records/catalogue-seed';
import { NAUGHTY } from '../../../../test/fixtures/naughty';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let tech: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  tech = await world.person({ roles: [[acme, 'technician']] });
  await world.inside(() => world.app.get(CatalogueSeed).run());
  await tech.post('/sites', { organisationId: acme.id, name: 'Köln' });
});
afterAll(() => world.close());

const preview = (content: string | Buffer, who = tech, organisationId = acme.id) =>
  who.upload('/assets/import/preview', { name: 'assets.csv', content }, { organisationId });

const take = async (content: string | Buffer, options: object = {}) => {
  const { body } = await preview(content);
  return tech.post('/assets/import', { importId: body.importId, mapping: body.mapping, match: 'serial', ...options });
};

const FILE = [
  'Device name;Serial number;Category;Make;Model;Location;Purchase date;Cost;MAC;IP;Labels',
  'nb-1;S-100;Laptop;Dell;Nonexistent 9000;köln;03.02.2025;1.299,00 €;00-11-22-33-44-55;10.0.0.7;vip; lab',
].join('\r\n');

describe('importing assets from CSV', () => {
  it('shows the file and guesses what its columns mean', async () => {
    const res = await preview(FILE.replace(';vip; lab', ';vip'));
    expect(res.status).toBe(200);
    expect(res.body).toMatchObject({
      delimiter: ';',
      encoding: 'utf-8',
      rows: [{ line: 2, cells: expect.arrayContaining(['nb-1', 'S-100']) }],
      mapping: {
        name: 0,
        serial: 1,
        type: 2,
        manufacturer: 3,
        model: 4,
        site: 5,
        purchasedOn: 6,
        price: 7,
        mac: 8,
        ip: 9,
        tags: 10,
      },
    });
    expect(res.body.fields.map((field: { key: string }) => field.key)).toContain('warrantyEndsOn');
  });

  it('tries first, then creates, then skips, then updates with a diff', async () => {
    const file = FILE.replace(';vip; lab', ';vip');
    const tried = await take(file, { dryRun: true, dates: 'dmy' });
    expect(tried.body).toMatchObject({
      dryRun: true,
      created: 1,
      refused: 0,
      warnings: [{ line: 2, field: 'model', code: 'unknown' }],
    });
    expect((await tech.get('/assets?serial=S-100')).body.data).toEqual([]);
    expect((await take(file, { dates: 'dmy' })).body).toMatchObject({ dryRun: false, created: 1 });
    const [asset] = (await tech.get('/assets?serial=S-100')).body.data;
    expect(asset).toMatchObject({
      name: 'nb-1',
      type: 'laptop',
      purchasedOn: '2025-02-03',
      price: 129900,
      tags: ['vip'],
      site: { name: 'Köln' },
      manufacturer: { name: 'Dell' },
      fieldSources: { name: 'import', serial: 'import' },
      interfaces: [{ mac: '00:11:22:33:44:55', ips: ['10.0.0.7'], source: 'import' }],
    });
    expect((await take(file, { dates: 'dmy' })).body).toMatchObject({ created: 0, updated: 0, skipped: 1 });
    const changed = await take(file.replace('nb-1', 'nb-1b').replace('10.0.0.7', '10.0.0.8'), { dates: 'dmy' });
    expect(changed.body).toMatchObject({
      updated: 1,
      diffs: [{ line: 2, id: asset.id, changes: { name: { from: 'nb-1', to: 'nb-1b' } } }],
    });
    const after = await tech.get(`/assets/${asset.id}`);
    expect(after.body.interfaces).toMatchObject([{ mac: '00:11:22:33:44:55', ips: ['10.0.0.7', '10.0.0.8'] }]);
    const actions = (await world.events({ targetId: asset.id })).map((event) => event['action']);
    expect(actions).toEqual(['asset.created', 'asset.updated']);
    expect((await world.events({ action: 'asset.imported' })).at(-1)?.['details']).toMatchObject({ updated: 1 });
  });

  it('takes the good rows, and hands back the bad ones with their reasons', async () => {
    const file = [
      'name,serial,type,purchasedOn,price,mac,asset tag',
      'good,B-1,server,2025-01-31,10,,T-1',
      'bad type,B-2,spaceship,2025-01-31,10,,',
      ',B-3,server,31/31/2025,ten,zz,',
      'twice,B-1,server,,,,',
      'tag twice,B-5,server,,,,t-1',
      '=cmd(),B-6,"server",,,"x"y,',
    ].join('\n');
    const res = await take(file);
    expect(res.body).toMatchObject({ created: 1, refused: 5 });
    const seen = res.body.problems.map(({ line, field, code }: Record<string, unknown>) => `${line} ${field} ${code}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        '3 type choice',
        '4 name required',
        '4 purchasedOn day',
        '4 price money',
        '4 mac mac',
        '5 serial repeated',
        '6 assetTag repeated',
      ]),
    );
    const csv = await tech.get(`/assets/import/${res.body.importId}/refused.csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain('"Reason"');
    expect(csv.text).toContain('"bad type","B-2"');
    expect(csv.text).toContain(`"'=cmd()"`);
  });

  it.each([
    ['', 'csv.empty'],
    ['a,b\n"open', 'csv.quote_unclosed'],
    [Buffer.from('504b030414000000', 'hex'), 'csv.not_text'],
  ])('refuses %j as a whole', async (content, code) => {
    const res = await preview(content);
    expect([res.status, res.body.errors[0]]).toMatchObject([400, { pointer: '/file', code }]);
  });

  it('refuses mappings that name no field or no column', async () => {
    const { body } = await preview('name\nx');
    const run = (mapping: object) => tech.post('/assets/import', { importId: body.importId, mapping, match: 'name' });
    expect((await run({ colour: 0 })).body.errors[0].pointer).toBe('/mapping/colour');
    expect((await run({ name: 7 })).body.errors[0].pointer).toBe('/mapping/name');
    expect((await run({})).body.errors[0].pointer).toBe('/mapping');
  });

  it('keeps files of other people and other organisations apart', async () => {
    const { body } = await preview('name\nmine');
    const colleague = await world.person({ roles: [[acme, 'technician']] });
    const order = { importId: body.importId, mapping: { name: 0 }, match: 'name' };
    expect((await colleague.post('/assets/import', order)).status).toBe(404);
    expect((await preview('name\nx', tech, globex.id)).status).toBe(404);
    const helpdesk = await world.person({ roles: [[acme, 'helpdesk']] });
    expect((await preview('name\nx', helpdesk)).status).toBe(403);
  });

  it('fills custom fields, each checked', async () => {
    const owner = await world.person({ roles: [[acme, 'owner']] });
    await owner.post('/custom-fields', {
      organisationId: acme.id,
      slug: 'ram',
      label: 'RAM',
      type: 'number',
      max: '64',
    });
    const res = await take('name,serial,RAM\nr1,R-1,32\nr2,R-2,128');
    expect(res.body).toMatchObject({ created: 1, refused: 1, problems: [{ line: 3, field: 'cf.ram' }] });
    expect((await tech.get('/assets?serial=R-1')).body.data[0].customFields).toEqual({ ram: 32 });
  });

  it('imports 10,000 rows in one transaction', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `big-${at},BIG-${at},desktop,host-${at}.example,Windows 11`);
    const started = performance.now();
    const before = process.memoryUsage().rss;
    const res = await take(`name,serial,type,hostname,os\n${rows.join('\n')}`);
    const grown = Math.round((process.memoryUsage().rss - before) / 1024 / 1024);
    process.stdout.write(`CSV import of 10,000 rows: ${Math.round(performance.now() - started)} ms, +${grown} MiB\n`);
    expect(res.body).toMatchObject({ created: 10_000, refused: 0 });
    const again = performance.now();
    const skipped = await take(`name,serial,type,hostname,os\n${rows.join('\n')}`);
    process.stdout.write(`the same file again: ${Math.round(performance.now() - again)} ms\n`);
    expect(skipped.body).toMatchObject({ created: 0, skipped: 10_000 });
    const exported = await tech.get('/assets/export?serial[startsWith]=BIG-');
    expect(exported.text.trimEnd().split('\r\n')).toHaveLength(10_001);
  }, 120_000);
});

describe('exporting assets', () => {
  it('writes exactly the filtered list, safe for spreadsheets unless told otherwise', async () => {
    await tech.post('/assets', {
      organisationId: acme.id,
      name: '=1+1',
      tags: ['exp'],
      interfaces: [{ ips: ['10.9.9.9'] }],
    });
    await tech.post('/assets', { organisationId: acme.id, name: 'plain', tags: ['exp'], notes: 'a\r\n"b"' });
    const safe = await tech.get('/assets/export?tags[all]=exp&sort=-name');
    const lines = safe.text.split('\r\n"');
    expect(safe.text.startsWith('\uFEFF"name"')).toBe(true);
    expect(safe.text).toContain(`"'=1+1"`);
    expect(safe.text).toContain('"10.9.9.9"');
    expect(safe.text).toContain('"a\r\n""b"""');
    expect(lines[0]).not.toContain('big-1');
    const lossless = await tech.get('/assets/export?tags[all]=exp&lossless=true');
    expect(lossless.text).toContain('\r\n"=1+1"');
    const event = (await world.events({ action: 'asset.exported' })).at(-1);
    expect(event).toMatchObject({ organisation_id: acme.id, details: { filters: ['tags'] } });
  });

  it('shows nobody the assets of other organisations', async () => {
    const stranger = await world.person({ roles: [[globex, 'technician']] });
    const res = await stranger.get('/assets/export');
    expect(res.text.trimEnd().split('\r\n')).toHaveLength(1);
    expect((await world.nobody().get('/assets/export')).status).toBe(401);
    expect((await tech.get('/assets/export?colour=red')).status).toBe(400);
  });
});

describe('naughty strings', () => {
  it('come back byte for byte from every text field over REST', async () => {
    for (const text of NAUGHTY) {
      const clean = text.trim() || 'x';
      const input = {
        name: clean,
        hostname: clean,
        os: clean,
        serial: clean,
        notes: text,
        tags: [clean.slice(0, 20).trim() || 'x'],
      };
      const res = await tech.post('/assets', { organisationId: acme.id, ...input });
      expect([text, res.status]).toEqual([text, 201]);
      const { body } = await tech.get(`/assets/${res.body.id}`);
      expect(body).toMatchObject(input);
    }
  });

  it('come back byte for byte through export and import', async () => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const texts = NAUGHTY.filter((text) => text.trim() !== '');
    const file = `serial,name,hostname,notes\n${texts.map((text, at) => [`N-${at}`, text.trim(), text.trim(), text].map(quoted).join(',')).join('\n')}`;
    const res = await take(file, { guarded: false });
    expect(res.body).toMatchObject({ created: texts.length, refused: 0 });
    const exported = await tech.get('/assets/export?serial[startsWith]=N-');
    const again = await take(exported.raw);
    expect(again.body).toMatchObject({ created: 0, updated: 0, skipped: texts.length });
    for (const [at, text] of texts.entries()) {
      const [asset] = (await tech.get(`/assets?serial=N-${at}`)).body.data;
      expect(asset).toMatchObject({ name: text.trim(), hostname: text.trim(), notes: text });
    }
  });
});
