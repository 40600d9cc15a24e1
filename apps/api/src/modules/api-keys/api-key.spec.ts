import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKey, inDays, withSecret } from '../../../test/api-key';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { NEVER_GRANTABLE, PERMISSIONS } from '../../platform/authorize';

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

const wish = (more: object = {}): object => ({
  organisationId: acme.id,
  name: 'Backup script',
  scopes: ['asset.read'],
  expiresOn: inDays(30),
  ...more,
});

describe('making an API key', () => {
  it('shows its secret once, and keeps nothing that could be used instead', async () => {
    const made = await owner.post('/api-keys', wish(), { 'idempotency-key': 'make-a-key-1' });
    expect(made.status, made.text).toBe(201);
    expect(made.headers['cache-control']).toContain('no-store');
    const { key, secret } = made.body;
    expect(secret).toMatch(/^mspk_[0-9A-Za-z]{10}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    expect(key).toMatchObject({
      name: 'Backup script',
      ownerName: 'Olga',
      state: 'active',
      organisationIds: [acme.id],
    });
    expect(key.prefix).toBe(String(secret).slice(0, 15));
    const again = await owner.post('/api-keys', wish(), { 'idempotency-key': 'make-a-key-1' });
    expect(again.body.secret).not.toBe(secret);
    const [event] = await world.events({ targetId: String(key.id), action: 'api_key.created' });
    expect(event).toMatchObject({ category: 'api', organisation_id: acme.id, details: { scopes: ['asset.read'] } });
    const seen = await owner.get(`/api-keys/${String(key.id)}`);
    for (const text of [seen.text, JSON.stringify(await world.events()), (await owner.get('/api-keys')).text])
      expect(text).not.toContain(String(secret).slice(16, 58));
    for (const { name } of await world
      .sql<{ name: string }>('SHOW TABLES')
      .then((rows) => rows.map((row) => ({ name: String(Object.values(row)[0]) }))))
      expect(JSON.stringify(await world.sql(`SELECT * FROM \`${name}\``)), name).not.toContain(
        String(secret).slice(16, 58),
      );
  });

  it('K04 refuses what no key may ever hold, by its place in the list', async () => {
    for (const code of NEVER_GRANTABLE) {
      const answer = await owner.post('/api-keys', wish({ scopes: ['asset.read', code] }));
      expect([answer.status, answer.body.errors?.[0]?.pointer, answer.body.errors?.[0]?.code]).toEqual([
        400,
        '/scopes/1',
        'never',
      ]);
    }
    const rest = PERMISSIONS.filter((code) => !NEVER_GRANTABLE.has(code));
    expect(rest).toHaveLength(34);
    expect((await owner.post('/api-keys', wish({ scopes: rest }))).status).toBe(201);
  });

  it.each([
    ['/scopes', { scopes: [] }],
    ['/scopes/0', { scopes: ['asset.fly'] }],
    ['/expiresOn', { expiresOn: inDays(366) }],
    ['/expiresOn', { expiresOn: inDays(-1) }],
    ['/expiresOn', { expiresOn: undefined }],
    ['/networks/1', { networks: ['192.0.2.0/24', '192.0.2.0/33'] }],
    ['/networks/0', { networks: ['office'] }],
    ['/requestsPerMinute', { requestsPerMinute: 0 }],
    ['/requestsPerMinute', { requestsPerMinute: 1_000_000 }],
    ['/name', { name: '' }],
    ['/ownerId', { ownerId: randomUUID() }],
    ['/organisationIds', { organisationIds: [randomUUID()] }],
  ])('names %s when it is wrong: %j', async (pointer, more) => {
    const answer = await owner.post('/api-keys', wish(more));
    expect(
      answer.body.errors?.map((one: { pointer: string }) => one.pointer),
      answer.text,
    ).toContain(pointer);
    expect([400, 404]).toContain(answer.status);
  });

  it('takes the right, a fresh proof, and everything the key is to do, wherever it is to reach', async () => {
    const technician = await world.person({ roles: [[acme, 'technician']] });
    expect((await technician.post('/api-keys', wish())).body.code).toBe('permission.missing');
    const stale = await world.person({ roles: [[acme, 'owner']], signedInMinutesAgo: 11 });
    expect((await stale.post('/api-keys', wish())).body).toMatchObject({
      code: 'step_up.required',
      params: { class: 'api_keys' },
    });
    const half = await world.person({
      roles: [
        [acme, 'owner'],
        [bravo, 'technician'],
      ],
    });
    expect((await half.post('/api-keys', wish({ organisationIds: [bravo.id] }))).body.code).toBe('api_key.beyond_own');
    const stranger = await world.person({ roles: [[bravo, 'owner']] });
    expect((await stranger.post('/api-keys', wish())).status).toBe(404);
  });

  it('obeys the longest life an administrator allows', async () => {
    const admin = await world.person({ platformAdmin: true });
    expect((await admin.patch('/settings/sign-in', { keyDays: 10 })).status).toBe(200);
    const answer = await owner.post('/api-keys', wish({ expiresOn: inDays(11) }));
    expect(answer.body.errors[0]).toMatchObject({ pointer: '/expiresOn', params: { max: inDays(10) } });
    await admin.patch('/settings/sign-in', { keyDays: 365 });
  });
});

describe('changing an API key', () => {
  it('is possible later, counts with its next request, and leaves what changed', async () => {
    const program = await aKey(world, owner, { organisations: [acme], scopes: ['asset.read'] });
    expect((await program.get('/sites')).body.code).toBe('api_key.scope_missing');
    const changed = await owner.patch(`/api-keys/${program.id}`, {
      scopes: ['org.read'],
      networks: ['127.0.0.1', '10.0.0.9/8'],
    });
    expect(changed.body).toMatchObject({ scopes: ['org.read'], networks: ['127.0.0.1/32', '10.0.0.0/8'] });
    expect((await program.get('/sites')).status).toBe(200);
    expect((await program.get('/assets')).body.code).toBe('api_key.scope_missing');
    const [event] = await world.events({ targetId: program.id, action: 'api_key.updated' });
    expect(event?.['changes']).toMatchObject({ scopes: { from: ['asset.read'], to: ['org.read'] } });
    const stale = await owner.patch(`/api-keys/${program.id}`, { name: 'x' }, { 'if-match': '"v1"' });
    expect(stale.status).toBe(412);
  });

  it('gains nothing the person who changes it does not hold, and never outlives its secret by more than allowed', async () => {
    const program = await aKey(world, owner, { organisations: [acme, bravo], scopes: ['asset.read'] });
    const admin = await world.person({ roles: [[acme, 'org_admin']] });
    expect((await admin.patch(`/api-keys/${program.id}`, { scopes: ['asset.read', 'asset.write'] })).status).toBe(404);
    expect((await admin.patch(`/api-keys/${program.id}`, { name: 'Narrow', organisationIds: [] })).status).toBe(200);
    expect((await admin.patch(`/api-keys/${program.id}`, { scopes: ['asset.write'] })).status).toBe(200);
    const far = await owner.patch(`/api-keys/${program.id}`, { expiresOn: inDays(400) });
    expect(far.body.errors[0]?.pointer).toBe('/expiresOn');
    await world.sql('UPDATE api_key SET issued_at = issued_at - INTERVAL 300 DAY WHERE id = ?', [program.id]);
    expect((await owner.patch(`/api-keys/${program.id}`, { expiresOn: inDays(66) })).status).toBe(400);
    expect((await owner.patch(`/api-keys/${program.id}`, { expiresOn: inDays(65) })).status).toBe(200);
  });

  it('gives its owner a new secret while the old one goes on for some hours, and never three at once', async () => {
    const first = await aKey(world, owner, { organisations: [acme], scopes: ['org.read'] });
    const rotate = async (overlapHours?: number) => {
      const answer = await owner.post(
        `/api-keys/${first.id}/rotate`,
        overlapHours === undefined ? {} : { overlapHours },
      );
      expect([answer.status, String(answer.headers['cache-control'])]).toEqual([
        200,
        expect.stringContaining('no-store'),
      ]);
      return withSecret(world, first.id, String(answer.body.secret));
    };
    const works = async (...programs: (typeof first)[]) =>
      Promise.all(programs.map(async (one) => (await one.get('/sites')).status));
    const second = await rotate();
    expect(await works(first, second)).toEqual([200, 200]);
    const third = await rotate();
    expect(await works(first, second, third)).toEqual([401, 200, 200]);
    const fourth = await rotate(0);
    expect(await works(second, third, fourth)).toEqual([401, 401, 200]);
    expect((await third.get('/sites')).body.code).toBe('api_key.replaced');
    expect(await world.events({ targetId: first.id, action: 'api_key.rotated' })).toHaveLength(3);
    const other = await world.person({ roles: [[acme, 'owner']] });
    expect((await other.post(`/api-keys/${first.id}/rotate`, {})).body.code).toBe('api_key.not_owner');
  });

  it('stops it for a while or for good, at once', async () => {
    const program = await aKey(world, owner, { organisations: [acme], scopes: ['org.read'] });
    const colleague = await world.person({ roles: [[acme, 'org_admin']], signedInMinutesAgo: 60 });
    const act = async (verb: string, by = colleague) => (await by.post(`/api-keys/${program.id}/${verb}`)).body;
    expect(await act('suspend')).toMatchObject({ state: 'suspended', suspendedFor: 'person' });
    expect((await program.get('/sites')).body.code).toBe('api_key.suspended');
    expect((await act('suspend')).code).toBe('api_key.suspended');
    expect((await act('resume')).code).toBe('step_up.required');
    expect(await act('resume', owner)).toMatchObject({ state: 'active', suspendedFor: null });
    expect((await program.get('/sites')).status).toBe(200);
    expect(await act('revoke')).toMatchObject({
      state: 'revoked',
      can: { update: false, rotate: false, resume: false },
    });
    expect((await program.get('/sites')).body.code).toBe('api_key.revoked');
    for (const verb of ['rotate', 'resume', 'suspend'])
      expect((await owner.post(`/api-keys/${program.id}/${verb}`, verb === 'rotate' ? {} : undefined)).status).toBe(
        409,
      );
    const listed = await owner.get(`/api-keys?org=${acme.slug}&archived=any&state=revoked`);
    expect(listed.body.data).toContainEqual(expect.objectContaining({ id: program.id, state: 'revoked' }));
    const graphql = await owner.graphql(`{ apiKeys(archived: "any", q: "Program", first: 100) { nodes { id can } } }`);
    const node = graphql.body.data.apiKeys.nodes.find((one: { id: string }) => one.id === program.id);
    expect(node.can).toMatchObject({ update: false, revoke: false });
    expect((await owner.get(`/api-keys?org=${acme.slug}&state=active`)).text).not.toContain(program.id);
  });
});

describe('a key that reaches into another organisation', () => {
  it('is seen there, and can be cut off there, in both logs', async () => {
    const program = await aKey(world, owner, { organisations: [acme, bravo], scopes: ['org.read'], name: 'Wide' });
    const admin = await world.person({ roles: [[bravo, 'org_admin']] });
    expect((await admin.get(`/api-keys/${program.id}`)).status).toBe(404);
    const seen = await admin.get(`/api-keys/reaching?org=${bravo.slug}`);
    expect(seen.body).toContainEqual(
      expect.objectContaining({ id: program.id, name: 'Wide', organisationIds: [bravo.id] }),
    );
    expect(seen.text).not.toContain(acme.id);
    expect((await program.get(`/sites?org=${bravo.slug}`)).status).toBe(200);
    expect((await admin.post(`/api-keys/${program.id}/cut-off?org=${bravo.slug}`)).status).toBe(204);
    expect((await program.get(`/sites?org=${bravo.slug}`)).status).toBe(404);
    expect((await program.get(`/sites?org=${acme.slug}`)).status).toBe(200);
    const logs = await world.events({ targetId: program.id, action: 'api_key.cut_off' });
    expect(logs.map((event) => event['organisation_id']).sort()).toEqual([acme.id, bravo.id].sort());
    expect((await admin.post(`/api-keys/${program.id}/cut-off?org=${bravo.slug}`)).status).toBe(404);
  });
});

describe('one’s own keys', () => {
  it('are listed and ended by whoever made them, also after the right to manage keys is gone', async () => {
    const person = await world.person({ roles: [[acme, 'owner']] });
    const program = await aKey(world, person, { organisations: [acme], scopes: ['org.read'], name: 'Mine' });
    await world.sql('UPDATE membership SET archived_at = UTC_TIMESTAMP(6) WHERE user_id = ?', [person.id]);
    await world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [person.id]);
    expect((await person.get('/me/api-keys')).body).toEqual([
      expect.objectContaining({ id: program.id, organisation: 'Acme', state: 'active' }),
    ]);
    expect((await owner.post(`/me/api-keys/${program.id}/revoke`)).status).toBe(409);
    expect((await person.post(`/me/api-keys/${program.id}/revoke`)).status).toBe(204);
    expect((await program.get('/me')).body.code).toBe('api_key.revoked');
    expect(await world.events({ targetId: program.id, action: 'api_key.revoked' })).toHaveLength(1);
  });
});
