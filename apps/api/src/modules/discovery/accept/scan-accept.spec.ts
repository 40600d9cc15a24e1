import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { scanXml, type XmlHost } from './scan.xml.fixture';

const TARGET = '10.1.0.0/24';
const MONDAY = 1_760_000_000;
const NAS: XmlHost = {
  ip: '10.1.0.10',
  mac: '00:11:32:5C:20:12',
  vendor: 'Synology Incorporated',
  name: 'nas.acme.example',
  ports: { 22: 'OpenSSH', 5000: null },
};
const PRINTER: XmlHost = { ip: '10.1.0.11', mac: '00:1B:A9:33:44:14', ports: { 9100: null } };

let world: World;
let acme: TestOrganisation;
let senior: Person;
let companies = 0;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  companies += 1;
  acme = await world.organisation(`Acme ${companies}`);
  senior = await world.person({ roles: [[acme, 'senior_tech']] });
});

/** What these tests look at in a line. */
interface Line {
  key: string;
  kind: string;
}

async function scanned(hosts: readonly XmlHost[], at = MONDAY): Promise<string> {
  const content = scanXml(hosts, { at, target: TARGET });
  const { status, body } = await senior.upload('/scans', { name: 'lan.xml', content }, { organisationId: acme.id });
  expect([200, 201]).toContain(status);
  return String(body.id);
}
async function proposals(scan: string, query = ''): Promise<Line[]> {
  const { status, body } = await senior.get(`/scans/${scan}/proposals${query}`);
  expect(status).toBe(200);
  return body.data as unknown as Line[];
}
async function accept(scan: string, input: object) {
  const answer = await senior.post(`/scans/${scan}/accept`, input);
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body;
}
const assets = () => senior.get('/assets?limit=200&sort=name').then(({ body }) => body.data);
const eventCount = async (): Promise<number> =>
  Number((await world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM event'))[0]?.n);

describe('accepting a scan', () => {
  it('makes records of new devices with addresses, maker, type and the ports they answer on', async () => {
    const scan = await scanned([NAS, PRINTER]);
    const done = await accept(scan, { all: true });
    expect(done).toMatchObject({ created: 2, updated: 0, vanished: 0, unchanged: 0, observations: 3, skipped: [] });
    expect(done.scan).toMatchObject({ state: 'reconciled' });
    const [nas] = await assets().then((rows) => rows.filter((row: { type: string }) => row.type === 'nas'));
    expect(nas).toMatchObject({
      name: 'nas.acme.example',
      hostname: 'nas.acme.example',
      status: 'active',
      vanishedAt: null,
    });
    expect(nas?.interfaces).toMatchObject([{ mac: '00:11:32:5c:20:12', ips: ['10.1.0.10'], source: 'scan' }]);
    const record = await senior.get(`/assets/${nas?.id}`);
    expect(record.body.manufacturer?.name).toContain('Synology');
    const seen = await senior.get(`/asset-observations?assetId=${nas?.id}`);
    expect(seen.body.data).toMatchObject([
      { port: 22, state: 'open', service: 'svc', product: 'OpenSSH', probed: true },
      { port: 5000, state: 'open', service: 'guess', product: null, probed: false },
    ]);
  });

  it('leaves an event for each record and one for the scan with its counts', async () => {
    const scan = await scanned([NAS, PRINTER]);
    await accept(scan, { all: true });
    const own = (await world.events()).filter((event) => event['organisation_id'] === acme.id);
    const actions = own.map((event) => event['action']);
    expect(actions.filter((action) => action === 'asset.created')).toHaveLength(2);
    const [accepted] = await world.events({ targetId: scan, action: 'scan.accepted' });
    expect(accepted).toMatchObject({ actor_id: senior.id, details: { created: 2, observations: 3 } });
  });

  it('changes nothing and leaves no event when accepted or uploaded a second time', async () => {
    const scan = await scanned([NAS, PRINTER]);
    await accept(scan, { all: true });
    const [before, events] = [await assets(), await eventCount()];
    expect(await scanned([NAS, PRINTER])).toBe(scan);
    expect((await proposals(scan)).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    const again = await accept(scan, { all: true });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, observations: 0 });
    expect(await assets()).toEqual(before);
    expect(await eventCount()).toBe(events);
  });

  it('makes one record when two people accept at the same moment', async () => {
    const scan = await scanned([NAS]);
    const answers = await Promise.all([1, 2, 3].map(() => senior.post(`/scans/${scan}/accept`, { all: true })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await assets()).toHaveLength(1);
  });

  it('accepts only what was selected, and keeps proposing the rest', async () => {
    const scan = await scanned([NAS, PRINTER]);
    const [first] = await proposals(scan, '?kind=new');
    const done = await accept(scan, { keys: [first?.key] });
    expect(done).toMatchObject({ created: 1, remaining: { new: 1, unchanged: 1 } });
    expect(done.scan).toMatchObject({ state: 'waiting' });
    expect((await proposals(scan)).map(({ kind }) => kind)).toEqual(['unchanged', 'new']);
    expect(await accept(scan, { all: true, kinds: ['update'] })).toMatchObject({ created: 0, updated: 0 });
    expect(await assets()).toHaveLength(1);
  });

  it('only says what would happen when asked to try', async () => {
    const scan = await scanned([NAS]);
    const events = await eventCount();
    expect(await accept(scan, { all: true, dryRun: true })).toMatchObject({ dryRun: true, created: 1 });
    expect(await assets()).toHaveLength(0);
    expect(await eventCount()).toBe(events);
  });

  it('says which named lines nothing speaks for any more', async () => {
    const scan = await scanned([NAS]);
    const done = await accept(scan, { keys: ['mac:00:00:00:00:00:01'] });
    expect(done.skipped).toEqual([{ key: 'mac:00:00:00:00:00:01', reason: 'gone' }]);
  });

  it.each([
    [{}, '/keys'],
    [{ choices: { 'mac:x': 'nobody' } }, '/choices/mac:x'],
    [{ all: true, versions: { 'mac:x': 'seven' } }, '/versions/mac:x'],
    [{ all: true, kinds: ['everything'] }, '/kinds/0'],
    [{ all: true, force: true }, '/force'],
  ])('refuses %j and says where', async (input, pointer) => {
    const scan = await scanned([NAS]);
    const { status, body } = await senior.post(`/scans/${scan}/accept`, input);
    expect([status, body.errors[0]?.pointer]).toEqual([400, pointer]);
  });

  it('needs the right to change assets beside the right to scan', async () => {
    const permissions = JSON.stringify(['org.read', 'network.read', 'asset.read', 'discovery.run']);
    const template = `scanner_${companies}`;
    await world.sql(
      `INSERT INTO role (id, created_at, updated_at, name, template, description, permissions, require_mfa)
       VALUES (UUID(), NOW(6), NOW(6), ?, ?, '', ?, 0)`,
      [template, template, permissions],
    );
    const scanner = await world.person({ roles: [[acme, template]] });
    const scan = await scanned([NAS]);
    const refused = await scanner.post(`/scans/${scan}/accept`, { all: true });
    expect([refused.status, refused.body.params]).toEqual([403, { permission: 'asset.write' }]);
    expect((await scanner.get(`/scans/${scan}`)).body.can).toEqual({ accept: false, archive: true });
  });
});
