import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { scanXml, type XmlHost } from './scan.xml.fixture';

const TARGET = '10.1.0.0/24';
const DAY = 86_400;
const MONDAY = 1_760_000_000;
const TUESDAY = MONDAY + DAY;
const NAS_MAC = '00:11:32:5c:20:12';
const OTHER_MAC = '00:0c:29:aa:10:11';
const NAS: XmlHost = { ip: '10.1.0.10', mac: NAS_MAC, name: 'nas.acme.example', ports: { 22: 'OpenSSH' } };
const PRINTER: XmlHost = { ip: '10.1.0.11', mac: '00:1b:a9:33:44:14', ports: { 9100: null } };

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

interface Difference {
  field: string;
  recorded: string[];
  found: string[];
  proposed: string[];
}
interface Line {
  key: string;
  kind: string;
  conflict: string | null;
  assetVersion: number | null;
  asset: { id: string; name: string } | null;
  candidates: { id: string }[];
  differences: Difference[];
  kept: Difference[];
}

async function scanned(hosts: readonly XmlHost[], at: number): Promise<string> {
  const content = scanXml(hosts, { at, target: TARGET });
  const { status, body } = await senior.upload('/scans', { name: 'lan.xml', content }, { organisationId: acme.id });
  expect(status).toBe(201);
  return String(body.id);
}
async function proposals(scan: string): Promise<Line[]> {
  const { status, body } = await senior.get(`/scans/${scan}/proposals`);
  expect(status).toBe(200);
  return body.data as unknown as Line[];
}
async function accept(scan: string, input: object) {
  const answer = await senior.post(`/scans/${scan}/accept`, input);
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body;
}
async function asset(input: object): Promise<string> {
  const { status, body } = await senior.post('/assets', { organisationId: acme.id, ...input });
  expect(status).toBe(201);
  return String(body.id);
}
const record = (id: string) => senior.get(`/assets/${id}`).then(({ body }) => body);
const fields = (lines: readonly Difference[] = []): Record<string, string[]> =>
  Object.fromEntries(lines.map(({ field, proposed }) => [field, proposed]));
async function recordedNas(): Promise<string> {
  await accept(await scanned([NAS], MONDAY), { all: true });
  const { body } = await senior.get('/assets');
  return String(body.data[0]?.id);
}

describe('what a later scan changes', () => {
  it('follows a device to its new address, with the change in its event', async () => {
    const id = await recordedNas();
    const scan = await scanned([{ ...NAS, ip: '10.1.0.99' }], TUESDAY);
    const [line] = await proposals(scan);
    expect([line?.kind, line?.asset?.id, fields(line?.differences)]).toEqual(['update', id, { ips: ['10.1.0.99'] }]);
    expect(await accept(scan, { all: true })).toMatchObject({ updated: 1, created: 0 });
    const after = await record(id);
    expect(after.interfaces).toMatchObject([{ mac: NAS_MAC, ips: ['10.1.0.99'] }]);
    const [event] = await world.events({ targetId: id, action: 'asset.updated' });
    expect(event).toMatchObject({
      changes: { interfaces: { from: [{ ips: ['10.1.0.10'] }], to: [{ ips: ['10.1.0.99'] }] } },
    });
    expect(await accept(scan, { all: true })).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('finds the moved device under its new address', async () => {
    const id = await recordedNas();
    await accept(await scanned([{ ...NAS, ip: '10.1.0.99' }], TUESDAY), { all: true });
    const now = await senior.get('/assets?ip=10.1.0.99');
    const before = await senior.get('/assets?ip=10.1.0.10');
    expect([now.body.data.map((row: { id: unknown }) => row.id), before.body.data]).toEqual([[id], []]);
  });

  it('never overwrites what a person wrote, and shows what differs', async () => {
    const id = await recordedNas();
    const written = await senior.patch(`/assets/${id}`, {
      name: 'Files',
      hostname: 'files',
      os: 'DSM 7',
      type: 'server',
    });
    expect(written.status).toBe(200);
    const scan = await scanned([{ ...NAS, os: 'Linux 5.10', name: 'new.acme.example' }], TUESDAY);
    const [line] = await proposals(scan);
    expect([line?.kind, line?.differences]).toEqual(['unchanged', []]);
    expect(line?.kept.map(({ field, recorded, found }) => [field, recorded, found])).toEqual([
      ['hostname', ['files'], ['new.acme.example']],
      ['os', ['DSM 7'], ['Linux 5.10']],
    ]);
    await accept(scan, { all: true });
    expect(await record(id)).toMatchObject({ name: 'Files', hostname: 'files', os: 'DSM 7', type: 'server' });
  });

  it('renames what only a scan had named', async () => {
    const id = await recordedNas();
    const scan = await scanned([{ ...NAS, name: 'storage.acme.example', os: 'Linux 5.10' }], TUESDAY);
    await accept(scan, { all: true });
    expect(await record(id)).toMatchObject({
      name: 'storage.acme.example',
      hostname: 'storage.acme.example',
      os: 'Linux 5.10',
    });
  });

  it('fills the gaps of a record made by hand', async () => {
    const id = await asset({ name: 'Printer', type: 'printer', interfaces: [{ name: 'lan', ips: ['10.1.0.11'] }] });
    await accept(await scanned([PRINTER], MONDAY), { all: true });
    const after = await record(id);
    expect(after.interfaces).toMatchObject([{ name: 'lan', mac: PRINTER.mac, ips: ['10.1.0.11'] }]);
    expect([after.name, new Date(String(after.lastSeenAt))]).toEqual(['Printer', new Date((MONDAY + 60) * 1000)]);
  });

  it('notes the later sighting without a new version or an event of the asset', async () => {
    const id = await recordedNas();
    const before = await record(id);
    const done = await accept(await scanned([NAS], TUESDAY), { all: true });
    expect(done).toMatchObject({ unchanged: 1, updated: 0, observations: 1 });
    const after = await record(id);
    expect(after.version).toBe(before.version);
    expect(String(after.lastSeenAt) > String(before.lastSeenAt)).toBe(true);
    expect(await world.events({ targetId: id, action: 'asset.updated' })).toHaveLength(0);
  });

  it('marks the device its network no longer answers for, deletes nothing, and takes the mark back', async () => {
    const id = await recordedNas();
    const scan = await scanned([PRINTER], TUESDAY);
    const vanished = (await proposals(scan)).find(({ kind }) => kind === 'vanished');
    expect([vanished?.key, vanished?.asset?.name]).toEqual([`device:${id}`, 'nas.acme.example']);
    expect(await accept(scan, { all: true })).toMatchObject({ created: 1, vanished: 1 });
    expect(await record(id)).toMatchObject({ archivedAt: null, vanishedAt: expect.stringContaining('2025-10-10') });
    expect(await accept(scan, { keys: [`device:${id}`] })).toMatchObject({
      vanished: 0,
      skipped: [{ reason: 'gone' }],
    });
    await accept(await scanned([NAS, PRINTER], TUESDAY + DAY), { all: true });
    expect(await record(id)).toMatchObject({ vanishedAt: null });
  });
});

describe('deciding conflicts', () => {
  async function conflicting(): Promise<{ id: string; scan: string; line: Line | undefined }> {
    const id = await asset({ name: 'Firewall', interfaces: [{ name: 'lan', mac: NAS_MAC, ips: ['10.1.0.10'] }] });
    const scan = await scanned([{ ip: '10.1.0.10', mac: OTHER_MAC }], MONDAY);
    const [line] = await proposals(scan);
    return { id, scan, line };
  }

  it('leaves a changed network card to a person', async () => {
    const { id, scan, line } = await conflicting();
    expect([line?.kind, line?.conflict, line?.asset?.id]).toEqual(['conflict', 'mac-differs', id]);
    const all = await accept(scan, { all: true });
    expect(all).toMatchObject({ created: 0, updated: 0, skipped: [{ key: `mac:${OTHER_MAC}`, reason: 'conflict' }] });
    expect(await accept(scan, { keys: [line?.key] })).toMatchObject({ updated: 1 });
    expect((await record(id)).interfaces).toMatchObject([{ name: 'lan', mac: OTHER_MAC, ips: ['10.1.0.10'] }]);
    expect((await proposals(scan)).map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it('makes a new record where a person says it is another device', async () => {
    const { id, scan, line } = await conflicting();
    expect(await accept(scan, { choices: { [line?.key ?? '']: 'new' } })).toMatchObject({ created: 1, updated: 0 });
    expect((await record(id)).interfaces).toMatchObject([{ mac: NAS_MAC }]);
    expect((await proposals(scan)).map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it('asks which of several fitting records it is, and takes the answer', async () => {
    const [first, second] = [
      await asset({ name: 'One', interfaces: [{ name: 'lan', mac: OTHER_MAC }] }),
      await asset({ name: 'Two', interfaces: [{ name: 'lan', mac: OTHER_MAC }] }),
    ];
    const scan = await scanned([{ ip: '10.1.0.20', mac: OTHER_MAC }], MONDAY);
    const [line] = await proposals(scan);
    const key = line?.key ?? '';
    expect([line?.conflict, line?.candidates.map(({ id }) => id).toSorted()]).toEqual([
      'ambiguous',
      [first, second].toSorted(),
    ]);
    expect(await accept(scan, { keys: [key] })).toMatchObject({ updated: 0, skipped: [{ key, reason: 'choose' }] });
    expect(await accept(scan, { choices: { [key]: second } })).toMatchObject({ updated: 1 });
    expect((await record(second)).interfaces).toMatchObject([{ mac: OTHER_MAC, ips: ['10.1.0.20'] }]);
    expect((await record(first)).interfaces).toMatchObject([{ ips: [] }]);
  });

  it('refuses an asset of another organisation as a choice', async () => {
    const { scan, line } = await conflicting();
    const elsewhere = await world.organisation(`Elsewhere ${companies}`);
    const owner = await world.person({ roles: [[elsewhere, 'owner']] });
    const { body } = await owner.post('/assets', { organisationId: elsewhere.id, name: 'theirs' });
    const answer = await senior.post(`/scans/${scan}/accept`, { choices: { [line?.key ?? '']: body.id } });
    expect([answer.status, answer.body.errors[0]?.code]).toEqual([400, 'not_found']);
  });

  it('refuses to act on a record that changed after the page was opened', async () => {
    const { id, scan, line } = await conflicting();
    const key = line?.key ?? '';
    await senior.patch(`/assets/${id}`, { name: 'Renamed meanwhile' });
    const stale = await senior.post(`/scans/${scan}/accept`, { keys: [key], versions: { [key]: line?.assetVersion } });
    expect([stale.status, stale.body.code, stale.body.params?.keys]).toEqual([412, 'scan.proposals_changed', [key]]);
    expect((await record(id)).interfaces).toMatchObject([{ mac: NAS_MAC }]);
    const [fresh] = await proposals(scan);
    const again = await accept(scan, { keys: [key], versions: { [key]: fresh?.assetVersion } });
    expect(again).toMatchObject({ updated: 1 });
  });
});
