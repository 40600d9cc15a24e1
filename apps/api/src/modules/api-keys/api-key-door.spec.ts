import { createApiKey } from '@st0r/crypto';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aKey, inDays, withSecret, type Program } from '../../../test/api-key';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { RequestContext } from '../../platform/context';
import { Sql } from '../../platform/database';
import { ACTOR_READER, type ActorReader } from '../../platform/jobs';
import { PlatformKeys } from '../../platform/keys';

let world: World;
let acme: TestOrganisation;
let bravo: TestOrganisation;
let owner: Person;
beforeAll(async () => {
  world = await aWorld({ TRUSTED_PROXIES: '127.0.0.1' });
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
/** A key whose id is known and whose secret is not: whole in itself, but another one is stored. */
const unmatched = async (): Promise<Program> => {
  const program = await make(['org.read']);
  await world.sql('UPDATE api_key_secret SET hash = ? WHERE api_key_id = ?', [randomBytes(32), program.id]);
  return program;
};
const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<string> => {
  const { status, body } = await answer;
  return `${status} ${body.code ?? 'ok'}`;
};

describe('a program with an API key', () => {
  it('does what its scopes say, in the organisations it reaches, in the name of its owner', async () => {
    const program = await make(['asset.read', 'asset.write']);
    const made = await program.post('/assets', { organisationId: acme.id, name: 'From a program' });
    expect(made.status, made.text).toBe(201);
    expect(await codeOf(program.post('/assets', { organisationId: bravo.id, name: 'Elsewhere' }))).toBe(
      '404 organisation.not_found',
    );
    expect((await program.get('/assets')).body.data).toHaveLength(1);
    const [event] = await world.events({ targetId: String(made.body.id), action: 'asset.created' });
    expect(event).toMatchObject({ actor_type: 'api_key', actor_id: program.id, actor_name: 'Program (Olga)' });
    const graphql = await program.graphql('{ assets { nodes { name } } }');
    expect(graphql.body.data.assets.nodes).toEqual([{ name: 'From a program' }]);
  });

  it('learns its scopes, organisations and limits from /me, and nothing of its owner', async () => {
    const program = await make(['org.read', 'asset.read'], { requestsPerMinute: 60, networks: ['127.0.0.0/8'] });
    const me = await program.get('/me');
    expect(me.body).toEqual({
      type: 'api_key',
      id: program.id,
      name: 'Program',
      scopes: ['org.read', 'asset.read'],
      organisations: [
        expect.objectContaining({ id: acme.id, slug: acme.slug, permissions: ['org.read', 'asset.read'] }),
      ],
      networks: ['127.0.0.0/8'],
      expiresOn: inDays(1),
      limits: { requestsPerMinute: 60, remaining: 59, resetSeconds: 1 },
    });
    expect(me.text).not.toMatch(/Olga|@example/);
  });

  it('is kept out of everything that is for people: keys, members, sessions, proofs, administration', async () => {
    const everything = [
      'org.read',
      'org.update',
      'member.read',
      'asset.read',
      'audit.read',
      'audit.export',
      'vault.item.update',
    ];
    for (const act of [
      (one: Program) =>
        one.post('/api-keys', { organisationId: acme.id, name: 'Child', scopes: ['org.read'], expiresOn: inDays(1) }),
      (one: Program) => one.get('/api-keys'),
      (one: Program) => one.post('/memberships', {}),
      (one: Program) => one.post('/auth/step-up', { class: 'roles', password: 'x' }),
      (one: Program) => one.get('/auth/sessions'),
      (one: Program) => one.post(`/organisations/${acme.id}/archive`),
      (one: Program) => one.post('/events/export?format=csv'),
      (one: Program) => one.patch('/me/preferences', { preferences: {} }),
      (one: Program) => one.get('/me/api-keys'),
      (one: Program) => one.get('/users'),
    ]) {
      const program = await make(everything);
      expect(await codeOf(act(program))).toMatch(/^403 api_key\.(?:person_required|scope_missing)$/);
      expect(await world.events({ targetId: program.id, action: 'api.scope.violation' })).toHaveLength(1);
    }
  });

  it('K09 sees of the vault what a list shows, and never a secret, a code, a history’s value or an export, over both faces', async () => {
    const password = `hunter2-${randomUUID()}`;
    const credential = await owner.post('/credentials', {
      organisationId: acme.id,
      name: 'Firewall',
      fields: { username: 'admin', password, notes: password },
    });
    const id = String(credential.body.id);
    const scopes = ['vault.item.read', 'vault.item.create', 'vault.item.update', 'vault.item.delete'];
    const program = await make(scopes);
    const changed = await program.patch(`/credentials/${id}`, { fields: { password: `${password}2` } });
    expect(changed.body).toMatchObject({ name: 'Firewall', can: { reveal: false, useTotp: false } });
    for (const answer of [
      changed,
      await program.get(`/credentials/${id}`),
      await program.get('/credentials'),
      await program.get(`/credentials/${id}/versions`),
      await program.graphql(`{ credential(id: "${id}") { name secrets { field } fields { username } } }`),
      await program.post('/credentials', { organisationId: acme.id, name: 'Made', fields: { password } }),
    ]) {
      expect([200, 201], answer.text).toContain(answer.status);
      expect(answer.text).not.toContain(password);
    }
    for (const path of [
      `/credentials/${id}/fields/password/reveal`,
      `/credentials/${id}/fields/password/copy`,
      `/credentials/${id}/totp`,
      `/credentials/${id}/versions/1/fields/password/reveal`,
      `/credentials/${id}/versions/1/restore`,
    ])
      expect(await codeOf((await make(scopes)).post(path, {})), path).toBe('403 api_key.person_required');
    expect((await program.graphql(`{ credential(id: "${id}") { fields { password } } }`)).status).toBe(400);
    expect(JSON.stringify(await program.graphql('{ __schema { types { name fields { name } } } }'))).not.toMatch(
      /"(?:reveal|copy)\w*Credential/i,
    );
  });
});

describe('a key and the rights of its owner', () => {
  it('K05 loses with the next request what its owner loses, and everything when the owner is switched off', async () => {
    const person = await world.person({ roles: [[acme, 'owner']] });
    const program = await aKey(world, person, { organisations: [acme], scopes: ['asset.read'] });
    expect(await codeOf(program.get('/assets'))).toBe('200 ok');
    const memberships = await owner.get(`/memberships?org=${acme.slug}&user=${person.id}`);
    expect((await owner.post(`/memberships/${String(memberships.body.data[0]?.id)}/archive`)).status).toBe(200);
    expect(await codeOf(program.get('/assets'))).toBe('403 permission.missing');
    expect((await program.get('/me')).body).toMatchObject({ scopes: ['asset.read'], organisations: [] });
    const admin = await world.person({ platformAdmin: true });
    expect((await admin.patch(`/users/${person.id}`, { state: 'disabled' })).status).toBe(200);
    expect(await codeOf(program.get('/me'))).toBe('401 api_key.owner_inactive');
  });

  it('runs a job it asked for with the rights of the moment it runs, and not at all once it is stopped', async () => {
    const person = await world.person({ roles: [[acme, 'owner']] });
    const program = await aKey(world, person, {
      organisations: [acme],
      scopes: ['asset.read'],
      networks: ['192.0.2.1'],
    });
    const reader = world.app.get<ActorReader>(ACTOR_READER);
    const actor = await world.inside(() => reader.read('api_key', program.id));
    expect([...(actor?.grants.get(acme.id)?.permissions ?? [])]).toEqual(['asset.read']);
    expect(actor).toMatchObject({ type: 'api_key', id: person.id, platformAdmin: false, key: { id: program.id } });
    await owner.post(`/api-keys/${program.id}/suspend`);
    expect(await world.inside(() => reader.read('api_key', program.id))).toBeUndefined();
  });

  it('never turns a platform administrator’s key into an administrator', async () => {
    const admin = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
    const program = await aKey(world, admin, { organisations: [acme], scopes: ['org.read'] });
    expect(await codeOf(program.get('/users'))).toBe('403 api_key.person_required');
    expect(await codeOf(program.get('/organisations/directory'))).toBe('403 api_key.person_required');
  });

  it('K04 does not work at all when somebody wrote a scope into its row that no key may hold', async () => {
    const program = await make(['asset.read']);
    await world.sql('UPDATE api_key SET scopes = ? WHERE id = ?', ['["asset.read","vault.secret.reveal"]', program.id]);
    expect(await codeOf(program.get('/assets'))).toBe('401 api_key.tampered');
    const [event] = await world.events({ targetId: program.id, action: 'api_key.refused' });
    expect(event).toMatchObject({ outcome: 'failure', details: { reason: 'tampered' } });
  });
});

describe('a key that is not good here and now', () => {
  const refusals = async (program: Program) =>
    (await world.events({ targetId: program.id, action: 'api_key.refused' })).map(
      (event) => (event['details'] as { reason: string }).reason,
    );

  it('K06 from another network is refused and written down, once a minute however often it asks', async () => {
    const program = await make(['org.read'], { networks: ['192.0.2.0/24', '2001:db8::/32'] });
    const from = (address: string) => codeOf(program.get('/sites', { 'x-forwarded-for': address }));
    expect(await from('192.0.2.77')).toBe('200 ok');
    expect(await from('2001:db8::1')).toBe('200 ok');
    expect(await from('::ffff:192.0.2.9')).toBe('200 ok');
    for (const address of ['192.0.3.1', '198.51.100.1', '2001:db9::1', '127.0.0.1'])
      expect(await from(address)).toBe('403 api_key.network');
    expect(await codeOf(program.get('/sites'))).toBe('403 api_key.network');
    expect(await refusals(program)).toEqual(['network']);
  });

  it('K06 that expired, was suspended, or asks for another organisation is refused and written down', async () => {
    const expired = await make(['org.read']);
    await world.sql('UPDATE api_key SET expires_on = UTC_DATE() - INTERVAL 1 DAY WHERE id = ?', [expired.id]);
    expect(await codeOf(expired.get('/sites'))).toBe('401 api_key.expired');
    const lastDay = await make(['org.read']);
    await world.sql('UPDATE api_key SET expires_on = UTC_DATE() WHERE id = ?', [lastDay.id]);
    expect(await codeOf(lastDay.get('/sites'))).toBe('200 ok');
    const suspended = await make(['org.read']);
    await owner.post(`/api-keys/${suspended.id}/suspend`);
    expect(await codeOf(suspended.get('/sites'))).toBe('401 api_key.suspended');
    const stray = await make(['org.read']);
    const [foreign, unknown] = [
      await stray.get(`/sites?org=${bravo.slug}`),
      await stray.get(`/sites?org=${randomUUID()}`),
    ];
    expect([foreign.status, foreign.body.detail]).toEqual([404, unknown.body.detail]);
    expect(
      (await stray.graphql('query ($org: String) { sites(org: $org) { nodes { id } } }', { org: bravo.slug })).body
        .errors[0].extensions.status,
    ).toBe(404);
    expect([await refusals(expired), await refusals(suspended), await refusals(stray)]).toEqual([
      ['expired'],
      ['suspended'],
      ['organisation'],
    ]);
  });

  it('K07 cannot be told from one that never was, and cannot be made from what the database holds', async () => {
    const program = await make(['org.read']);
    const id = program.secret.slice(5, 15);
    const [row] = await world.sql<{ hash: Buffer }>('SELECT hash FROM api_key_secret WHERE id = ?', [id]);
    const stolen = row?.hash ?? Buffer.alloc(0);
    const told = async (text: string) => {
      const { status, body } = await withSecret(world, '', text).get('/sites');
      return { status, code: String(body.code), detail: String(body.detail) };
    };
    const nobodys = await told(createApiKey().text);
    expect(nobodys).toMatchObject({ status: 401, code: 'api_key.unknown' });
    const tries = [
      (await unmatched()).secret,
      `mspk_${id}_${'A'.repeat(43)}_000000`,
      `mspk_${id}_${stolen.toString('base64url')}_000000`,
      `mspk_${id}`,
    ];
    for (const text of tries) expect(await told(text), text).toEqual(nobodys);
    for (const text of [stolen.toString('hex'), stolen.toString('base64url')])
      expect((await told(text)).status).toBe(401);
    expect(await world.events({ targetId: program.id, action: 'api_key.refused' })).toEqual([]);
  });

  it('K07 asks the database the same, and hashes the same, whether its id is known or not', async () => {
    const known = (await unmatched()).secret;
    const keys = world.app.get(PlatformKeys);
    const peppered = vi.spyOn(keys, 'pepper', 'get');
    const sql = world.app.get(Sql);
    const house = sql.house.bind(sql);
    let statements: string[] = [];
    vi.spyOn(sql, 'house').mockImplementation((text, params) => {
      // What the house does for itself meanwhile is not asked for by this request.
      if (world.app.get(RequestContext).origin.userAgent === 'one look') statements.push(text);
      return house(text, params);
    });
    const work = async (text: string) => {
      peppered.mockClear();
      statements = [];
      await withSecret(world, '', text).get('/me', { 'user-agent': 'one look' });
      return { hashes: peppered.mock.calls.length, statements };
    };
    const [matching, unknown] = [await work(known), await work(createApiKey().text)];
    vi.restoreAllMocks();
    expect(matching).toEqual(unknown);
    expect(matching).toMatchObject({ hashes: 1, statements: [expect.stringContaining('api_key_secret')] });
  });
});

describe('a key that reaches beyond its scopes', () => {
  it('K03 is refused and written down with what it lacked', async () => {
    const program = await make(['org.read']);
    const answer = await program.get('/assets');
    expect([answer.status, answer.body.params]).toEqual([403, { scope: 'asset.read' }]);
    const graphql = await program.graphql('{ assets { nodes { id } } sites { nodes { id } } }');
    expect(graphql.body.errors[0].extensions).toMatchObject({ status: 403, code: 'api_key.scope_missing' });
    const events = await world.events({ targetId: program.id, action: 'api.scope.violation' });
    expect(events.map((event) => [event['outcome'], event['organisation_id'], event['details']])).toEqual([
      ['failure', acme.id, { needed: 'asset.read', handler: 'GET /assets' }],
      ['failure', acme.id, { needed: 'asset.read', handler: 'query assets' }],
    ]);
  });

  it('stands still after ten times in ten minutes, also when they come at once; resuming forgives', async () => {
    const program = await make(['org.read']);
    const tries = async (count: number) =>
      Promise.all(Array.from({ length: count }, () => codeOf(program.get('/assets'))));
    expect(new Set(await tries(9))).toEqual(new Set(['403 api_key.scope_missing']));
    expect(await codeOf(program.get('/sites'))).toBe('200 ok');
    await world.sql('UPDATE api_key_breach SET occurred_at = occurred_at - INTERVAL 11 MINUTE WHERE api_key_id = ?', [
      program.id,
    ]);
    await tries(9);
    expect(await codeOf(program.get('/sites'))).toBe('200 ok');
    await tries(3);
    expect(await codeOf(program.get('/sites'))).toBe('401 api_key.suspended');
    expect((await owner.get(`/api-keys/${program.id}`)).body).toMatchObject({
      state: 'suspended',
      suspendedFor: 'breaches',
    });
    expect(await world.events({ targetId: program.id, action: 'api_key.suspended' })).toHaveLength(1);
    await owner.post(`/api-keys/${program.id}/resume`);
    expect(await codeOf(program.get('/assets'))).toBe('403 api_key.scope_missing');
    expect(await codeOf(program.get('/sites'))).toBe('200 ok');
  });
});

describe('the budget of a key', () => {
  it('is told with every answer, and when it is spent, when to come back', async () => {
    const program = await make(['org.read'], { requestsPerMinute: 3 });
    const first = await program.get('/sites');
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"key";q=3;w=60',
      ratelimit: '"key";r=2;t=20',
      'x-ratelimit-remaining': '2',
    });
    const rest = await Promise.all(Array.from({ length: 10 }, () => program.get('/sites')));
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(2);
    const spent = await program.get('/sites');
    expect([spent.status, spent.body.code, spent.body.retryable]).toEqual([429, 'api_key.budget_spent', true]);
    expect(Number(spent.headers['retry-after'])).toBeGreaterThan(10);
    expect(spent.headers['ratelimit']).toMatch(/^"key";r=0;t=\d+$/);
    expect((await (await make(['org.read'])).get('/sites')).status).toBe(200);
  });

  it('goes faster with what works harder: five for a search and for GraphQL, ten for many at once', async () => {
    const program = await make(['org.read', 'asset.read'], { requestsPerMinute: 100 });
    const left = async (answer: Promise<{ headers: Record<string, unknown> }>) =>
      Number(/r=(\d+)/.exec(String((await answer).headers['ratelimit']))?.[1]);
    const start = await left(program.get('/sites'));
    const afterSearch = await left(program.get('/search?q=fw'));
    const afterGraphql = await left(program.graphql('{ sites { nodes { id } } }'));
    const afterExport = await left(program.get('/assets/export'));
    expect(
      [start - afterSearch, afterSearch - afterGraphql, afterGraphql - afterExport].map((cost) => Math.round(cost / 5)),
    ).toEqual([1, 1, 2]);
  });

  it('is its own: people hear of theirs', async () => {
    const { headers } = await owner.get('/sites');
    expect(String(headers['ratelimit-policy'])).toMatch(/^"requests\.person";q=\d+;w=60$/);
  });
});
