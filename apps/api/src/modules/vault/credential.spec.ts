import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let tech: Person;
let boss: Person;
let auditor: Person;
let helpdesk: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  other = await world.organisation('Other');
  tech = await world.person({ roles: [[acme, 'technician']] });
  boss = await world.person({
    roles: [
      [acme, 'owner'],
      [other, 'owner'],
    ],
  });
  auditor = await world.person({ roles: [[acme, 'auditor']] });
  helpdesk = await world.person({ roles: [[acme, 'helpdesk']] });
});
afterAll(() => world.close());

const SEED = 'JBSWY3DPEHPK3PXP';
const aCredential = async (by: Person, more: object = {}, fields: object = {}) => {
  const answer = await by.post('/credentials', {
    organisationId: acme.id,
    name: 'Firewall',
    type: 'network_device',
    fields: {
      username: 'admin',
      url: 'https://fw.example',
      password: 'hunter2-zebra',
      enableSecret: 'en-ab',
      ...fields,
    },
    ...more,
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { id: string; version: number };
};

describe('a credential', () => {
  it('shows user name, address and which secrets exist, and none of the secrets', async () => {
    const { id } = await aCredential(
      tech,
      { tags: ['edge'], expiresOn: '2030-01-31' },
      { totpSeed: SEED, notes: 'door code 4711' },
    );
    const { status, body, text } = await tech.get(`/credentials/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Firewall',
      type: 'network_device',
      tags: ['edge'],
      expiresOn: '2030-01-31',
      unreadable: [],
    });
    expect(body.fields).toMatchObject({ username: 'admin', url: 'https://fw.example' });
    expect(body.secrets.map((one: { field: string }) => one.field).sort()).toEqual([
      'enableSecret',
      'notes',
      'password',
      'totpSeed',
    ]);
    expect(body.can).toEqual({ update: true, archive: false, reveal: true, useTotp: true });
    for (const secret of ['hunter2-zebra', SEED, 'door code', 'en-ab']) expect(text).not.toContain(secret);
  });

  it('leaves an event with the revision of each field it sealed, and no value', async () => {
    const { id } = await aCredential(tech);
    await tech.patch(`/credentials/${id}`, { fields: { password: 'second-one-98' } });
    const events = await world.events({ targetId: id });
    expect(events.map((event) => event['action'])).toEqual(['credential.created', 'credential.updated']);
    expect(events[0]).toMatchObject({
      details: { revisions: { password: 1, username: 1, url: 1, 'enable-secret': 1 } },
      category: 'vault',
    });
    expect(events[1]).toMatchObject({ details: { revisions: { password: 2 } }, changes: { password: 'changed' } });
    expect(JSON.stringify(events)).not.toMatch(/hunter2|second-one|"admin"/);
  });

  it('keeps one password blind: who may update can replace it without ever seeing it', async () => {
    const { id } = await aCredential(tech);
    const first = await tech.patch(`/credentials/${id}`, { fields: { password: 'same-again-1' } });
    const again = await tech.patch(`/credentials/${id}`, { fields: { password: 'same-again-1' } });
    const revision = (body: { secrets: { field: string; revision: number }[] }) =>
      body.secrets.find((one) => one.field === 'password')?.revision;
    expect([revision(first.body), revision(again.body)]).toEqual([2, 3]);
  });

  it('names every field that does not fit its type', async () => {
    const wrong = await tech.post('/credentials', {
      organisationId: acme.id,
      name: 'x',
      type: 'wifi',
      fields: { cardNumber: '4111' },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/fields/cardNumber', code: 'not_for_type' });
    const unknown = await tech.post('/credentials', {
      organisationId: acme.id,
      name: 'x',
      fields: { pasword: 'secret-typo' },
    });
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/fields/pasword', code: 'unknown' });
    expect(unknown.text).not.toContain('secret-typo');
    const seed = await tech.post('/credentials', {
      organisationId: acme.id,
      name: 'x',
      fields: { totpSeed: 'not base32 !!' },
    });
    expect(seed.body.errors[0]).toMatchObject({ pointer: '/fields/totpSeed', code: 'totp_seed' });
    expect(seed.text).not.toContain('not base32');
  });

  it('does not change its type while fields of the old one are set', async () => {
    const { id } = await aCredential(tech);
    const refused = await tech.patch(`/credentials/${id}`, { type: 'website' });
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/type', code: 'fields_left' });
    const done = await tech.patch(`/credentials/${id}`, { type: 'website', fields: { enableSecret: null } });
    expect(done.body).toMatchObject({ type: 'website' });
  });

  it('is invisible to other organisations and closed to roles without the permission', async () => {
    const theirs = await boss.post('/credentials', {
      organisationId: other.id,
      name: 'Theirs',
      fields: { password: 'theirs-99-x' },
    });
    expect(theirs.status).toBe(201);
    const { id } = theirs.body;
    expect((await tech.get(`/credentials/${id}`)).status).toBe(404);
    expect((await tech.post(`/credentials/${id}/fields/password/reveal`)).status).toBe(404);
    expect((await tech.patch(`/credentials/${id}`, { name: 'mine' })).status).toBe(404);
    expect((await auditor.post('/credentials', { organisationId: acme.id, name: 'x' })).status).toBe(403);
    expect((await tech.post('/credentials', { organisationId: other.id, name: 'x' })).status).toBe(404);
  });

  it('is found by its name, and inside one organisation by user name and address', async () => {
    await aCredential(
      tech,
      { name: 'Alpha portal' },
      { username: 'müller@quark', url: 'https://unique-host.example/login' },
    );
    const names = async (q: string) =>
      (await tech.get(`/credentials?org=${acme.slug}&q=${encodeURIComponent(q)}`)).body.data.map(
        (one: { name: string }) => one.name,
      );
    expect(await names('alpha')).toEqual(['Alpha portal']);
    expect(await names('MULLER@')).toEqual(['Alpha portal']);
    expect(await names('unique-host')).toEqual(['Alpha portal']);
    expect(await names('hunter2')).toEqual([]);
  });

  it('is found in the palette by name and tag only, with the acts one may do', async () => {
    await aCredential(
      tech,
      { name: 'Zebrawood tunnel', tags: ['mesh'] },
      { username: 'quokka-user', notes: 'quokka-note' },
    );
    const groups = async (by: Person, q: string) =>
      (await by.get(`/search?q=${q}`)).body.groups as { results: { title: string; actions: string[] }[] }[];
    expect((await groups(tech, 'zebraw'))[0]?.results).toMatchObject([
      { title: 'Zebrawood tunnel', actions: ['open', 'copy', 'totp'] },
    ]);
    expect((await groups(helpdesk, 'mesh'))[0]?.results).toMatchObject([
      { title: 'Zebrawood tunnel', actions: ['open', 'totp'] },
    ]);
    expect(await groups(tech, 'quokka')).toEqual([]);
  });

  it('is linked to records of its own organisation only', async () => {
    const site = await boss.post('/sites', { organisationId: acme.id, name: 'Head office' });
    const foreign = await boss.post('/sites', { organisationId: other.id, name: 'Elsewhere' });
    const linked = await aCredential(boss, { name: 'Linked', links: [{ type: 'site', id: site.body.id }] });
    expect(linked).toMatchObject({ links: [{ type: 'site', id: site.body.id }] });
    const found = await boss.get(`/credentials?org=${acme.slug}&linkedTo=${site.body.id}`);
    expect(found.body.data.map((one: { name: string }) => one.name)).toEqual(['Linked']);
    const refused = await boss.patch(`/credentials/${linked.id}`, { links: [{ type: 'site', id: foreign.body.id }] });
    expect(refused.status).toBe(404);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/links/0/id', code: 'not_found' });
  });

  it('is archived and brought back, each with its event', async () => {
    const { id } = await aCredential(boss);
    expect((await boss.post(`/credentials/${id}/archive`)).body.archivedAt).not.toBeNull();
    expect((await boss.post(`/credentials/${id}/fields/password/reveal`)).body.code).toBe('credential.archived');
    expect((await boss.post(`/credentials/${id}/restore`)).body.archivedAt).toBeNull();
    const actions = (await world.events({ targetId: id })).map((event) => event['action']);
    expect(actions).toEqual(['credential.created', 'credential.archived', 'credential.restored']);
  });
});

describe('a reader without the right to reveal (R16)', () => {
  it('finds no secret by get, change, list, versions or GraphQL', async () => {
    const { id } = await aCredential(
      tech,
      { name: 'R16' },
      { password: 'r16-secret-pw', notes: 'r16-secret-note', totpSeed: SEED },
    );
    await tech.patch(`/credentials/${id}`, { fields: { password: 'r16-secret-two' } });
    const query = `query($id: ID!) { credential(id: $id) { name fields { username } secrets { field revision } } credentials(org: "${acme.slug}", q: "R16") { nodes { name secrets { field } } } }`;
    const answers = [
      await auditor.get(`/credentials/${id}`),
      await auditor.get(`/credentials?org=${acme.slug}&q=R16`),
      await auditor.get(`/credentials/${id}/versions`),
      await auditor.graphql(query, { id }),
      await tech.patch(`/credentials/${id}`, { name: 'R16 renamed' }),
    ];
    for (const { status, text } of answers) {
      expect(status, text).toBe(200);
      expect(text).not.toMatch(/r16-secret/);
      expect(text).not.toContain(SEED);
    }
    expect(answers[3]?.body.data.credential).toMatchObject({ name: 'R16', fields: { username: 'admin' } });
    const refused = await auditor.post(`/credentials/${id}/fields/password/reveal`);
    expect(refused).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    expect((await auditor.get(`/credentials/${id}`)).body.can).toEqual({
      update: false,
      archive: false,
      reveal: false,
      useTotp: false,
    });
  });

  it('can use the one-time code as helpdesk, and not see seed or password', async () => {
    const { id } = await aCredential(tech, {}, { totpSeed: SEED });
    const code = await helpdesk.post(`/credentials/${id}/totp`);
    expect(code.status, code.text).toBe(200);
    expect(code.body).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), period: 30 });
    expect(code.headers['cache-control']).toBe('no-store');
    expect(code.text).not.toContain(SEED);
    expect((await helpdesk.post(`/credentials/${id}/fields/totpSeed/reveal`)).status).toBe(403);
    expect((await world.events({ targetId: id, action: 'credential.totp_used' })).length).toBe(1);
  });

  it('can be written through GraphQL, and answers without the secret', async () => {
    const create =
      'mutation($input: CredentialCreateInput!) { createCredential(input: $input) { id name fields { username url } secrets { field revision } } }';
    const fields = { username: 'gq-user', password: 'gq-secret-pw' };
    const { body, text } = await tech.graphql(create, { input: { organisationId: acme.id, name: 'GQ', fields } });
    expect(body.data.createCredential).toMatchObject({
      name: 'GQ',
      fields: { username: 'gq-user', url: null },
      secrets: [{ field: 'password', revision: 1 }],
    });
    expect(text).not.toContain('gq-secret-pw');
  });

  it('meets no type with a secret in the GraphQL schema', async () => {
    const answer = await tech.graphql('{ __schema { types { name kind } mutationType { fields { name } } } }');
    const names: string[] = answer.body.data?.__schema.types.map((type: { name: string }) => type.name) ?? [];
    expect(names).toContain('Credential');
    expect(names).not.toContain('CredentialSecret');
    expect(names).not.toContain('CredentialCode');
    const mutations: string[] = answer.body.data.__schema.mutationType.fields.map(
      (field: { name: string }) => field.name,
    );
    expect(mutations.filter((name) => /reveal|copy|totp|generate/i.test(name))).toEqual([]);
  });
});

describe('reuse, strength and health', () => {
  it('counts other credentials with the same password inside the organisation, and says nothing across (V23)', async () => {
    const one = await aCredential(boss, { name: 'Twin A' }, { password: 'Twin-pässword-5' });
    await aCredential(boss, { name: 'Twin B' }, { password: 'Twin-pa\u0308ssword-5' });
    await boss.post('/credentials', {
      organisationId: other.id,
      name: 'Twin C',
      fields: { password: 'Twin-pässword-5' },
    });
    expect((await boss.get(`/credentials/${one.id}`)).body.reusedCount).toBe(1);
    const indexes = await world.sql<{ reuse: string }>(
      "SELECT HEX(reuse_index) AS reuse FROM credential WHERE name LIKE 'Twin %' ORDER BY name",
    );
    expect(indexes[0]?.reuse).toBe(indexes[1]?.reuse);
    expect(indexes[2]?.reuse).not.toBe(indexes[0]?.reuse);
  });

  it('reports breached, weak, reused, old and expired credentials by name', async () => {
    const lone = await world.organisation('Lone');
    const keeper = await world.person({ roles: [[lone, 'owner']] });
    const make = (name: string, password: string, more: object = {}) =>
      keeper.post('/credentials', { organisationId: lone.id, name, fields: { password }, ...more });
    await make('Weak', 'password1');
    await make('R1', 'kT7#correct-horse-9');
    await make('R2', 'kT7#correct-horse-9');
    await make('Expired', 'uu8-Zeppelin-quartz!', { expiresOn: '2020-01-01' });
    await make('Old', 'vv9-Xylophone-quartz!', { passwordChangedOn: '2021-03-04' });
    const { body, text } = await keeper.get(`/vault/health?org=${lone.slug}`);
    const found = Object.fromEntries(
      body.findings.map((one: { finding: string; count: number; items: { name: string }[] }) => [
        one.finding,
        [one.count, one.items.map((item) => item.name)],
      ]),
    );
    expect(body.total).toBe(5);
    expect(found).toEqual({
      breached: [0, []],
      weak: [1, ['Weak']],
      reused: [2, ['R1', 'R2']],
      old: [1, ['Old']],
      expired: [1, ['Expired']],
    });
    expect(text).not.toContain('Zeppelin');
  });

  it('keeps the age of a password that moves in from elsewhere, and believes no day to come', async () => {
    const body = (more: object) => ({ organisationId: acme.id, name: 'Moved in', ...more });
    const fields = { password: 'qq3-Moved-in-lately' };
    const old = await boss.post('/credentials', body({ fields, passwordChangedOn: '2021-03-04' }));
    expect(old.body.secretChangedAt).toMatch(/^2021-03-04/);
    expect(old.body.secrets[0].changedAt).toMatch(/^2021-03-04/);
    const changed = await boss.patch(`/credentials/${old.body.id}`, { fields: { password: 'qq3-Moved-in-today' } });
    expect(changed.body.secretAgeDays).toBe(0);
    for (const wrong of [{ fields, passwordChangedOn: '2999-01-01' }, { passwordChangedOn: '2021-03-04' }]) {
      const answer = await boss.post('/credentials', body(wrong));
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/passwordChangedOn']);
    }
  });

  it('makes and judges passwords without keeping them', async () => {
    const made = await tech.post('/vault/generate', { kind: 'characters', length: 24, classes: ['lower', 'digits'] });
    expect(made.body).toMatchObject({ value: expect.stringMatching(/^[a-z0-9]{24}$/) });
    expect(made.headers['cache-control']).toBe('no-store');
    expect((await tech.post('/vault/generate', { kind: 'passphrase', words: 5 })).body.value.split('-')).toHaveLength(
      5,
    );
    expect((await tech.post('/vault/strength', { password: 'password1' })).body.score).toBeLessThanOrEqual(1);
    const wrong = await tech.post('/vault/generate', { kind: 'characters', classes: [] });
    expect(wrong.body.errors[0].pointer).toBe('/classes');
  });
});
