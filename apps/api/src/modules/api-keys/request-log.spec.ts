import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKey, withSecret, type Program } from '../../../test/api-key';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { RequestDrain } from './requests/request-drain';
import { RequestLog } from './requests/request-log';
import { ForgetRequests } from './requests/forget-requests';

let world: World;
let acme: TestOrganisation;
let bravo: TestOrganisation;
let owner: Person;
beforeAll(async () => {
  world = await aWorld();
  [acme, bravo] = [await world.organisation('Acme'), await world.organisation('Bravo')];
  owner = await world.person({
    name: 'Olga',
    roles: [
      [acme, 'owner'],
      [bravo, 'owner'],
    ],
  });
});
afterAll(() => world.close());

const make = (scopes: string[], more: object = {}): Promise<Program> =>
  aKey(world, owner, { organisations: [acme], scopes, ...more });
/** The first round may have begun before the last row came; the second has not. */
const drain = async (): Promise<void> => {
  await world.app.get(RequestDrain).round();
  await world.app.get(RequestDrain).round();
};
const rowsOf = async (program: Program) => {
  await drain();
  return world.sql<Record<string, unknown>>('SELECT * FROM api_request WHERE api_key_id = ? ORDER BY id', [program.id]);
};

describe('every request of a key', () => {
  it('leaves a row with the route’s template, status, size, time and address, also when it was refused', async () => {
    const program = await make(['org.read', 'asset.read', 'asset.write'], { requestsPerMinute: 14 });
    const site = await owner.post('/sites', { organisationId: acme.id, name: 'Main' });
    const list = await program.get('/sites?q=secret-word', { 'x-request-id': 'my-request-1' });
    await program.get(`/sites/${String(site.body.id)}`);
    await program.get('/assets/nonsense');
    await program.get('/credentials');
    await program.get('/nowhere');
    await program.post('/assets', { organisationId: acme.id });
    await program.graphql('{ sites { nodes { id } } }');
    await program.get('/sites', { 'if-none-match': 'x' });
    await program.get('/search?q=x');
    const rows = await rowsOf(program);
    expect(rows.map((row) => `${String(row['method'])} ${String(row['endpoint'])} ${String(row['status'])}`)).toEqual([
      'GET /api/v1/sites 200',
      'GET /api/v1/sites/:id 200',
      'GET /api/v1/assets/:id 404',
      'GET /api/v1/credentials 403',
      expect.stringMatching(/^GET \S+ 404$/),
      'POST /api/v1/assets 400',
      'POST /api/graphql 200',
      'GET /api/v1/sites 200',
      'GET /api/v1/search 429',
    ]);
    expect(rows[0]).toMatchObject({
      organisation_id: acme.id,
      bytes: list.raw.length,
      ip: '127.0.0.1',
      request_id: 'my-request-1',
    });
    expect(JSON.stringify(rows)).not.toContain('secret-word');
    expect(Number(rows[0]?.['milliseconds'])).toBeGreaterThanOrEqual(0);
  });

  it('is counted to the last byte when its answer is a stream', async () => {
    const program = await make(['asset.read', 'asset.write']);
    for (const name of ['One', 'Two']) await program.post('/assets', { organisationId: acme.id, name });
    const file = await program.get('/assets/export');
    expect(file.status, file.text).toBe(200);
    const rows = await rowsOf(program);
    expect(rows.at(-1)).toMatchObject({ endpoint: '/api/v1/assets/export', bytes: file.raw.length });
  });

  it('leaves one also when the key is dead, and none when there is no such key or a person asked', async () => {
    const program = await make(['org.read']);
    await owner.post(`/api-keys/${program.id}/revoke`);
    expect((await program.get('/sites')).status).toBe(401);
    expect(await rowsOf(program)).toEqual([expect.objectContaining({ status: 401, endpoint: '/api/v1/sites' })]);
    const [before] = await world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM api_request');
    await withSecret(world, '', 'mspk_nobody').get('/sites');
    await owner.get('/sites');
    await drain();
    expect(await world.sql('SELECT COUNT(*) AS n FROM api_request')).toEqual([before]);
  });

  it('waits on the disk while the database cannot take it, and comes in once, however often it is brought', async () => {
    const program = await make(['org.read']);
    await world.sql('RENAME TABLE api_request TO api_request_away');
    for (let n = 0; n < 5; n += 1) expect((await program.get('/sites')).status).toBe(200);
    await drain();
    await world.sql('RENAME TABLE api_request_away TO api_request');
    const folder = join(world.settings.DATA_DIR, 'api-requests');
    const waiting = readdirSync(folder).filter((name) => name.endsWith('.ready'));
    expect(waiting.length).toBeGreaterThan(0);
    // A process killed between the commit and the removal of the file brings the same rows again.
    for (const name of waiting) copyFileSync(join(folder, name), join(folder, name.replace('.ready', '_again.ready')));
    expect(await rowsOf(program)).toHaveLength(5);
    await drain();
    const [sum] = await world.sql('SELECT SUM(requests) AS n FROM api_usage WHERE api_key_id = ?', [program.id]);
    expect(Number(sum?.['n'])).toBe(5);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not served while its row could not be kept, and changes nothing then', async () => {
    const program = await make(['org.read', 'contact.write']);
    const { spool } = world.app.get(RequestLog);
    const limit = Reflect.get(spool, 'limit') as number;
    Reflect.set(spool, 'limit', 0);
    const refused = await program.post('/sites', { organisationId: acme.id, name: 'Never made' });
    Reflect.set(spool, 'limit', limit);
    expect([refused.status, refused.body.code, refused.body.retryable]).toEqual([503, 'api_key.log_full', true]);
    expect((await owner.get('/sites?q=Never')).body.data).toEqual([]);
    expect((await owner.get('/sites')).status).toBe(200);
    expect((await program.get('/sites')).status).toBe(200);
  });

  it('says when and from where a key was used last', async () => {
    const program = await make(['org.read']);
    expect((await owner.get(`/api-keys/${program.id}`)).body.lastUsedAt).toBeNull();
    await program.get('/sites');
    await drain();
    const { lastUsedAt, lastUsedIp, version } = (await owner.get(`/api-keys/${program.id}`)).body;
    expect(Date.now() - Date.parse(String(lastUsedAt))).toBeLessThan(60_000);
    expect([lastUsedIp, version]).toEqual(['127.0.0.1', 1]);
  });
});

describe('the use of keys', () => {
  it('is listed and summed by key, route and outcome, and stays at home', async () => {
    const [one, two] = [await make(['org.read'], { name: 'One' }), await make(['org.read'], { name: 'Two' })];
    for (let n = 0; n < 3; n += 1) await one.get('/sites');
    await one.get('/assets');
    await two.get('/contacts');
    await drain();
    const usage = async (query: string, by = owner) =>
      (await by.get(`/api-requests/usage?org=${acme.slug}&${query}`)).body;
    const all = await usage(`key=${one.id}&bucket=hour`);
    expect(all.bars.at(-1)).toMatchObject({ total: 4, counts: { served: 3, refused: 1 } });
    expect(all.bars).toHaveLength(Math.round((Date.parse(all.to) - Date.parse(all.from)) / 3_600_000));
    expect(all.endpoints).toEqual([
      expect.objectContaining({ method: 'GET', endpoint: '/api/v1/sites', requests: 3, refused: 0 }),
      expect.objectContaining({ method: 'GET', endpoint: '/api/v1/assets', requests: 1, refused: 1 }),
    ]);
    expect((await usage(`key=${one.id}&outcome=refused`)).endpoints).toHaveLength(1);
    expect((await usage(`endpoint=/api/v1/contacts`)).endpoints).toEqual([expect.objectContaining({ requests: 1 })]);
    const listed = await owner.get(`/api-requests?org=${acme.slug}&key=${one.id}&status[gte]=400&limit=1`);
    expect(listed.body.data).toEqual([
      expect.objectContaining({ keyName: 'One', endpoint: '/api/v1/assets', status: 403 }),
    ]);
    const paged = await owner.get(`/api-requests?org=${acme.slug}&key=${one.id}&limit=3`);
    const rest = await owner.get(
      `/api-requests?org=${acme.slug}&key=${one.id}&limit=3&cursor=${String(paged.body.page.next)}`,
    );
    expect([paged.body.data.length, rest.body.data.length, rest.body.page.next]).toEqual([3, 1, null]);
    const graphql = await owner.graphql(
      `{ apiRequests(org: "${acme.slug}", filter: { key: { eq: "${one.id}" } }) { nodes { endpoint status keyName } } }`,
    );
    expect(graphql.body.data.apiRequests.nodes).toHaveLength(4);
    const stranger = await world.person({ roles: [[bravo, 'owner']] });
    expect((await stranger.get('/api-requests')).body.data).toEqual([]);
    expect((await stranger.get('/api-requests/usage')).body.endpoints).toEqual([]);
    expect((await stranger.get(`/api-requests?org=${acme.slug}`)).status).toBe(404);
    expect((await usage('bucket=week')).errors[0].pointer).toBe('/query/bucket');
    expect((await usage('from=yesterday')).errors[0].pointer).toBe('/query/from');
    expect((await usage('key=x')).errors[0].pointer).toBe('/query/key');
  });

  it('is forgotten row by row after some months, and as sums after more than a year', async () => {
    const program = await make(['org.read']);
    await program.get('/sites');
    await drain();
    const counts = async () => [
      Number((await world.sql('SELECT COUNT(*) AS n FROM api_request WHERE api_key_id = ?', [program.id]))[0]?.['n']),
      Number((await world.sql('SELECT COUNT(*) AS n FROM api_usage WHERE api_key_id = ?', [program.id]))[0]?.['n']),
    ];
    const age = async (days: number) => {
      await world.sql('UPDATE api_request SET occurred_at = UTC_TIMESTAMP(6) - INTERVAL ? DAY WHERE api_key_id = ?', [
        days,
        program.id,
      ]);
      await world.sql('UPDATE api_usage SET hour = UTC_TIMESTAMP() - INTERVAL ? DAY WHERE api_key_id = ?', [
        days,
        program.id,
      ]);
      await world.inside(() => world.app.get(ForgetRequests).run({}, { progress: async () => undefined } as never));
      return counts();
    };
    expect(await age(89)).toEqual([1, 1]);
    expect(await age(91)).toEqual([0, 1]);
    expect(await age(401)).toEqual([0, 0]);
  });
});
