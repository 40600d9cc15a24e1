import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let owner: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  owner = await world.person({ roles: [[acme, 'owner']] });
});
afterAll(() => world.close());

const aTech = (more: object = {}) => world.person({ roles: [[acme, 'technician']], ...more });
const aCredential = async (more: object = {}) => {
  const fields = { username: 'admin', password: 'hunter2-zebra', totpSeed: 'JBSWY3DPEHPK3PXP' };
  const answer = await owner.post('/credentials', { organisationId: acme.id, name: 'Core switch', fields, ...more });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { id: string };
};
const eventsOf = (targetId: string, action: string) => world.events({ targetId, action });

describe('revealing a credential', () => {
  it('answers the secret once, uncached, and names its event', async () => {
    const tech = await aTech();
    const { id } = await aCredential();
    const { status, body, headers } = await tech.post(`/credentials/${id}/fields/password/reveal`, {
      reason: 'on call',
    });
    expect(status).toBe(200);
    expect(body).toEqual({ value: 'hunter2-zebra', hideAfterSeconds: 30, revealId: expect.any(String) });
    expect(headers['cache-control']).toBe('no-store');
    const [event] = await eventsOf(id, 'credential.revealed');
    expect(event).toMatchObject({
      id: body.revealId,
      actor_id: tech.id,
      category: 'vault',
      details: { field: 'password', revision: 1, reason: 'on call' },
    });
    expect(JSON.stringify(event)).not.toContain('hunter2');
  });

  it('is told apart from copying', async () => {
    const tech = await aTech();
    const { id } = await aCredential();
    expect((await tech.post(`/credentials/${id}/fields/password/copy`)).body.value).toBe('hunter2-zebra');
    expect(await eventsOf(id, 'credential.copied')).toHaveLength(1);
    expect(await eventsOf(id, 'credential.revealed')).toHaveLength(0);
  });

  it('keeps no answer for a repeated request', async () => {
    const tech = await aTech();
    const { id } = await aCredential();
    const key = { 'idempotency-key': 'reveal-me-once' };
    await tech.post(`/credentials/${id}/fields/password/reveal`, {}, key);
    await tech.post(`/credentials/${id}/fields/password/reveal`, {}, key);
    expect(await eventsOf(id, 'credential.revealed')).toHaveLength(2);
    const kept = await world.sql<{ body: string }>('SELECT body FROM idempotent_answer WHERE body IS NOT NULL');
    expect(JSON.stringify(kept)).not.toContain('hunter2');
  });

  it.each(['reveal', 'copy'])('gives no value by %s when its event cannot be written', async (act) => {
    const tech = await aTech();
    const { id } = await aCredential();
    await world.sql(
      "CREATE TRIGGER refused BEFORE INSERT ON event FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'disk full'",
    );
    try {
      const { status, text } = await tech.post(`/credentials/${id}/fields/password/${act}`);
      const code = await tech.post(`/credentials/${id}/totp`);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(code.status).toBeGreaterThanOrEqual(500);
      expect(code.text).not.toMatch(/"code":"\d{6}"/);
      expect(text).not.toContain('hunter2');
    } finally {
      await world.sql('DROP TRIGGER refused');
    }
  });

  it('asks for a fresh proof after fifteen minutes', async () => {
    const late = await aTech({ signedInMinutesAgo: 16 });
    const { id } = await aCredential();
    const refused = await late.post(`/credentials/${id}/fields/password/reveal`);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'step_up.required', params: { class: 'reveal', maxAgeSeconds: 900 } },
    });
    const early = await aTech({ signedInMinutesAgo: 10 });
    expect((await early.post(`/credentials/${id}/fields/password/reveal`)).status).toBe(200);
  });

  it('never answers a bearer token, whatever the role (K09)', async () => {
    const robot = await world.person({ roles: [[acme, 'owner']], bearer: true });
    const { id } = await aCredential();
    const paths = [
      'fields/password/reveal',
      'fields/password/copy',
      'totp',
      'versions/1/fields/password/reveal',
      'versions/1/restore',
    ];
    for (const path of paths) {
      const answer = await robot.post(`/credentials/${id}/${path}`);
      expect(answer, path).toMatchObject({ status: 403, body: { code: 'vault.interactive_only' } });
    }
    const read = await robot.get(`/credentials/${id}`);
    expect(read.body).toMatchObject({ fields: { username: 'admin' }, can: { reveal: false, useTotp: false } });
    expect(await eventsOf(id, 'credential.revealed')).toHaveLength(0);
  });

  it('lets exactly ten of twenty simultaneous requests through', async () => {
    const tech = await aTech();
    const { id } = await aCredential();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tech.post(`/credentials/${id}/fields/password/reveal`)),
    );
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(200), count(429)]).toEqual([10, 10]);
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.body.code).toBe('vault.budget_spent');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused?.text).not.toContain('hunter2');
    expect(await eventsOf(id, 'credential.revealed')).toHaveLength(10);
    const colleague = await aTech();
    expect((await colleague.post(`/credentials/${id}/fields/password/reveal`)).status).toBe(200);
  });

  it('knows no field that is not a secret of this credential', async () => {
    const { id } = await aCredential();
    const fields = ['username', 'cardNumber', 'nonsense', 'constructor'];
    for (const field of fields)
      expect((await owner.post(`/credentials/${id}/fields/${field}/reveal`)).status, field).toBe(404);
  });
});

describe('a folder with rules', () => {
  const aFolder = async (by: Person, input: object) => by.post('/vault-folders', { organisationId: acme.id, ...input });

  it('asks for a reason and for a fresher proof, also for what lies deeper', async () => {
    const strict = await aFolder(owner, { name: 'Strict', reasonRequired: true, stepUpMinutes: 5 });
    expect(strict.status, strict.text).toBe(201);
    const inner = await aFolder(owner, { name: 'Inner', parentId: strict.body.id });
    const { id } = await aCredential({ folderId: inner.body.id });
    const tech = await aTech({ signedInMinutesAgo: 4 });
    const silent = await tech.post(`/credentials/${id}/fields/password/reveal`);
    expect(silent.body.errors[0]).toMatchObject({ pointer: '/reason', code: 'required' });
    expect((await tech.post(`/credentials/${id}/fields/password/reveal`, { reason: 'ticket 12' })).status).toBe(200);
    const late = await aTech({ signedInMinutesAgo: 6 });
    const refused = await late.post(`/credentials/${id}/fields/password/reveal`, { reason: 'ticket 12' });
    expect(refused.body).toMatchObject({ code: 'step_up.required', params: { maxAgeSeconds: 300 } });
    const moved = await tech.patch(`/credentials/${id}`, { folderId: null });
    expect(moved).toMatchObject({ status: 403, body: { params: { permission: 'vault.policy.manage' } } });
    expect((await owner.patch(`/credentials/${id}`, { folderId: null })).status).toBe(200);
  });

  it('gets its rules only from who may set them', async () => {
    const tech = await aTech();
    expect((await aFolder(tech, { name: 'Mine', reasonRequired: true })).status).toBe(403);
    const plain = await aFolder(tech, { name: 'Mine' });
    expect(plain.status).toBe(201);
    expect((await tech.patch(`/vault-folders/${plain.body.id}`, { stepUpMinutes: 15 })).status).toBe(403);
    expect((await owner.patch(`/vault-folders/${plain.body.id}`, { stepUpMinutes: 16 })).body.errors[0].pointer).toBe(
      '/stepUpMinutes',
    );
  });

  it('has one name per place and never lies in itself', async () => {
    const top = (await aFolder(owner, { name: 'Top' })).body;
    const low = (await aFolder(owner, { name: 'Low', parentId: top.id })).body;
    expect(low.parent).toEqual({ id: top.id, name: 'Top', type: 'vault_folder' });
    expect((await aFolder(owner, { name: 'Top' })).body.errors[0]).toMatchObject({ pointer: '/name', code: 'taken' });
    expect((await aFolder(owner, { name: 'Top', parentId: top.id })).status).toBe(201);
    const circle = await owner.patch(`/vault-folders/${top.id}`, { parentId: low.id });
    expect(circle.body.errors[0]).toMatchObject({ pointer: '/parentId', code: 'cycle' });
    expect((await owner.patch(`/vault-folders/${top.id}`, { parentId: top.id })).body.errors[0].code).toBe('cycle');
  });
});

describe('versions of a credential', () => {
  it('tell who changed which fields, reveal old secrets as an act, and bring them back', async () => {
    const tech = await aTech();
    const { id } = await aCredential();
    await tech.patch(`/credentials/${id}`, { fields: { password: 'second-98-two', username: 'root', totpSeed: null } });
    const versions = await owner.get(`/credentials/${id}/versions`);
    expect(versions.body).toMatchObject([
      {
        revision: 2,
        authorId: tech.id,
        authorName: tech.name,
        changed: ['username', 'password', 'totpSeed'],
        fields: ['password', 'username'],
        current: true,
      },
      { revision: 1, authorId: owner.id, current: false },
    ]);
    const old = await tech.post(`/credentials/${id}/versions/1/fields/password/reveal`);
    expect(old.body.value).toBe('hunter2-zebra');
    expect((await eventsOf(id, 'credential.revealed')).at(-1)).toMatchObject({
      details: { field: 'password', revision: 1 },
    });
    const back = await tech.post(`/credentials/${id}/versions/1/restore`);
    expect(back.status, back.text).toBe(200);
    expect(back.body.fields.username).toBe('admin');
    expect((await tech.post(`/credentials/${id}/fields/password/reveal`)).body.value).toBe('hunter2-zebra');
    const [event] = await eventsOf(id, 'credential.reverted');
    expect(event).toMatchObject({ details: { restored: 1, revisions: { password: 3, username: 3, 'totp-seed': 2 } } });
    expect((await tech.post(`/credentials/${id}/versions/9/restore`)).status).toBe(404);
  });
});
