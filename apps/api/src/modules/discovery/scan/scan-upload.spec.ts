import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestContext } from '../../../platform/context';
import { ScanUploadService } from './scan-upload.service';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';

const FIXTURES = resolve(import.meta.dirname, '../../../../test/fixtures/nmap');
const REAL_SCANS = resolve(import.meta.dirname, '../../../../../../../shared/data/nmap');
const HEAD = '<nmaprun scanner="nmap" args="nmap -sn 10.1.0.0/24" start="1760000000">';
const END = '<runstats><finished time="1760000100" exit="success"/></runstats></nmaprun>';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let senior: Person;

beforeAll(async () => {
  world = await aWorld();
  [acme, other] = [await world.organisation('Acme'), await world.organisation('Other')];
  senior = await world.person({ roles: [[acme, 'senior_tech']] });
});
afterAll(() => world.close());

const upload = (content: Buffer | string, name = 'scan.xml', fields: Record<string, string> = {}) =>
  senior.upload('/scans', { name, content }, { organisationId: acme.id, ...fields });
const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, name));
const storedScans = async (): Promise<number> =>
  Number((await world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM scan'))[0]?.n);

describe('uploading a scan', () => {
  it('keeps what the file says and who sent it, waiting to be reconciled', async () => {
    const { status, body } = await upload(fixture('sn-host-discovery-arp.xml'), 'C:\\scans\\office.xml');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      organisationId: acme.id,
      filename: 'office.xml',
      scanner: 'nmap',
      state: 'waiting',
      complete: true,
      documents: 1,
      duplicate: false,
      uploadedBy: senior.id,
      uploadedByName: senior.name,
      can: { accept: true, archive: true },
    });
    expect(body.hostsUp).toBeGreaterThan(0);
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
    const read = await senior.get(`/scans/${body.id}`);
    expect(read.body).toMatchObject({ id: body.id, filename: 'office.xml' });
    const events = await world.events({ targetId: String(body.id) });
    expect(events.map((event) => [event['action'], event['actor_id']])).toEqual([['scan.created', senior.id]]);
  });

  it('answers the same file with the scan of then and leaves no second event', async () => {
    const first = await upload(fixture('O-os-detection.xml'), 'first.xml');
    const again = await upload(fixture('O-os-detection.xml'), 'renamed.xml');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toMatchObject({ id: first.body.id, duplicate: true, filename: 'first.xml' });
    expect(await world.events({ targetId: String(first.body.id) })).toHaveLength(1);
  });

  it('keeps one scan when the same file arrives twice at the same moment', async () => {
    const content = `${HEAD}<host><status state="up" reason="arp-response"/><address addr="10.1.0.77" addrtype="ipv4"/></host>${END}`;
    const answers = await Promise.all([upload(content), upload(content), upload(content)]);
    expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
  });

  it.each([
    ['A-full.xml', { complete: true, documents: 1 }],
    ['append-output-two-documents.xml', { complete: true, documents: 2 }],
    ['host-timeout.xml', { complete: true }],
    ['interrupted-sigint.xml', { complete: false, hostsUp: 0 }],
    ['killed-sigkill-partial.xml', { complete: false, hostsUp: 2 }],
    ['open-only.xml', { complete: true }],
    ['sO-ip-protocol.xml', { complete: true }],
    ['sY-sctp.xml', { complete: true }],
    ['unresolvable-target.xml', { complete: true, hostCount: 0 }],
  ])('takes %s for what it is', async (name, facts) => {
    const { status, body } = await upload(fixture(name), name);
    expect([status, body]).toEqual([201, expect.objectContaining(facts)]);
    if (facts.complete === false) expect(body.warnings.join(' ')).toContain('did not run to its end');
  });

  it('takes the organisation from the address', async () => {
    const content = `${HEAD}<host><status state="up" reason="arp-response"/><address addr="10.1.0.5" addrtype="ipv4"/></host>${END}`;
    const byAddress = await senior.upload('/scans?org=acme', { name: 'a.xml', content });
    expect([byAddress.status, byAddress.body.organisationId]).toEqual([201, acme.id]);
  });

  it.each([
    ['an empty file', '', 'scan.empty'],
    ['another kind of XML', '<foo/>', 'scan.not-nmap'],
    ['text', 'Nmap scan report for 10.0.0.1', 'scan.not-nmap'],
    [
      'a file that declares entities',
      `<!DOCTYPE nmaprun [<!ENTITY x SYSTEM "file:///etc/passwd">]>${HEAD}<host><address addr="&x;"/></host>${END}`,
      'scan.entities-refused',
    ],
    ['broken XML', `${HEAD}<host></port>${END}`, 'scan.malformed'],
  ])('refuses %s in plain words and keeps nothing', async (_what, content, code) => {
    const before = await storedScans();
    const { status, body, headers } = await upload(content);
    expect([status, body.code]).toEqual([422, code]);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors[0]).toMatchObject({ pointer: '/file', code });
    expect(body.detail).toMatch(/^[A-Z].+\.$/);
    expect(await storedScans()).toBe(before);
  });

  it('says 413 to a file above 64 MiB', async () => {
    const before = await storedScans();
    const padding = Buffer.alloc(64 * 1024 * 1024 + 1, 32);
    const { status, body } = await upload(Buffer.concat([Buffer.from(HEAD), padding]));
    expect([status, body.code]).toEqual([413, 'scan.too-large']);
    expect(await storedScans()).toBe(before);
  });

  it('answers a sender who is still sending, instead of breaking the connection', async () => {
    await world.app.listen(0, '127.0.0.1');
    const form = new FormData();
    form.set('organisationId', acme.id);
    form.set('file', new Blob([Buffer.alloc(24 * 1024 * 1024, 'no scan ')]), 'notes.txt');
    const response = await fetch(`${await world.app.getUrl()}/api/v1/scans`, {
      method: 'POST',
      body: form,
      headers: { ...senior.identity, connection: 'close' },
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, 'scan.not-nmap']);
  });

  it('takes in a scan the house itself brings', async () => {
    const { id, name } = acme;
    const { scan } = await world.inside(() => {
      world.app.get(RequestContext).become({ type: 'system', id, name, platformAdmin: false, grants: new Map() });
      return world.app.get(ScanUploadService).take(acme.id, 'sample.xml', Buffer.from(`${HEAD}${END}`));
    });
    expect((await senior.get(`/scans/${scan.id}`)).body).toMatchObject({ filename: 'sample.xml', state: 'waiting' });
  });

  it('asks for the file and for the organisation by name', async () => {
    const json = await senior.post('/scans', {});
    expect([json.status, json.body.errors[0]?.pointer]).toEqual([400, '/file']);
    const both = await world.person({
      roles: [
        [acme, 'senior_tech'],
        [other, 'senior_tech'],
      ],
    });
    const nowhere = await both.upload('/scans', { name: 'a.xml', content: `${HEAD}${END}` });
    expect([nowhere.status, nowhere.body.errors[0]?.pointer]).toEqual([400, '/organisationId']);
  });
});

describe('who may do what with scans', () => {
  it('treats a foreign organisation as one that is not there', async () => {
    const foreign = await senior.upload(
      '/scans',
      { name: 'a.xml', content: `${HEAD}${END}` },
      { organisationId: other.id },
    );
    expect([foreign.status, foreign.body.code]).toEqual([404, 'organisation.not_found']);
    const owner = await world.person({ roles: [[other, 'owner']] });
    const { body } = await upload(fixture('sn-host-discovery-arp.xml'));
    for (const path of [`/scans/${body.id}`, `/scans/${body.id}/proposals`])
      expect((await owner.get(path)).status).toBe(404);
    expect((await owner.post(`/scans/${body.id}/accept`, { all: true })).status).toBe(404);
    expect((await owner.post(`/scans/${body.id}/archive`)).status).toBe(404);
  });

  it('lets a technician look and neither upload nor accept', async () => {
    const technician = await world.person({ roles: [[acme, 'technician']] });
    const { body } = await upload(fixture('sn-host-discovery-arp.xml'));
    const attempt = await technician.upload(
      '/scans',
      { name: 'a.xml', content: `${HEAD}${END}` },
      { organisationId: acme.id },
    );
    expect([attempt.status, attempt.body.code]).toEqual([403, 'permission.missing']);
    expect((await technician.post(`/scans/${body.id}/accept`, { all: true })).status).toBe(403);
    const read = await technician.get(`/scans/${body.id}`);
    expect([read.status, read.body.can]).toEqual([200, { accept: false, archive: false }]);
    expect((await technician.get(`/scans/${body.id}/proposals`)).status).toBe(200);
  });

  it('lists scans over REST and GraphQL alike, newest first', async () => {
    const rest = await senior.get('/scans?limit=200');
    const graph = await senior.graphql('{ scans(first: 200) { edges { node { id filename state } } } }');
    const ids = rest.body.data.map((scan: { id: unknown }) => scan.id);
    expect(ids.length).toBeGreaterThan(2);
    expect(graph.body.data?.scans?.edges.map((edge: { node: { id: unknown } }) => edge.node.id)).toEqual(ids);
  });

  it('shows proposals over REST and GraphQL alike', async () => {
    const { body } = await upload(fixture('O-os-detection.xml'));
    const rest = await senior.get(`/scans/${body.id}/proposals?limit=2&kind=new,update`);
    const query =
      'query ($id: ID!) { scanProposals(id: $id, kinds: ["new", "update"], first: 2) { counts { new } page { next total } data { key kind found { ips } } } }';
    const graph = await senior.graphql(query, { id: String(body.id) });
    const { data, counts, page } = graph.body.data?.scanProposals ?? {};
    expect(data.map((line: { key: unknown }) => line.key)).toEqual(
      rest.body.data.map((line: { key: unknown }) => line.key),
    );
    expect(data.length).toBeGreaterThan(0);
    expect([counts.new, page.total]).toEqual([rest.body.counts.new, rest.body.page.total]);
  });

  it.each([
    ['kind=all', '/kind'],
    ['limit=0', '/limit'],
    ['limit=9999', '/limit'],
    ['cursor=nonsense', '/cursor'],
    ['colour=red', '/colour'],
  ])('refuses proposals with %s and says where', async (query, pointer) => {
    const { body } = await upload(fixture('O-os-detection.xml'));
    const refused = await senior.get(`/scans/${body.id}/proposals?${query}`);
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, pointer]);
  });

  it('discards a scan and brings it back', async () => {
    const { body } = await upload(fixture('sY-sctp.xml'));
    const discarded = await senior.post(`/scans/${body.id}/archive`);
    expect([discarded.status, discarded.body.state]).toEqual([200, 'discarded']);
    const refused = await senior.post(`/scans/${body.id}/accept`, { all: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'scan.archived']);
    const back = await senior.post(`/scans/${body.id}/restore`);
    expect([back.body.state, back.body.archivedAt]).toEqual(['waiting', null]);
  });
});

function xmlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
}

describe.skipIf(!existsSync(REAL_SCANS))('scans from the field', () => {
  it('takes or refuses every file in words, and reconciles what it took', async () => {
    const files = xmlFiles(REAL_SCANS);
    const odd: string[] = [];
    for (const name of files) {
      const { status, body } = await upload(readFileSync(join(REAL_SCANS, name)), name);
      if (![200, 201, 422].includes(status)) odd.push(`${name}: ${status}`);
      if (status === 422) continue;
      const proposals = await senior.get(`/scans/${body.id}/proposals`);
      if (proposals.status !== 200) odd.push(`${name}: proposals ${proposals.status}`);
    }
    expect(files.length).toBeGreaterThan(40);
    expect(odd).toEqual([]);
  });
});
