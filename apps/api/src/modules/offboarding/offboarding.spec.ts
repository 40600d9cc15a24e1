import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '@st0r/crypto';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { Totp } from '../auth';

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let admin: Person;
let leaver: Person;
/** Credentials by name. */
const credentials: Record<string, string> = {};

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  globex = await world.organisation('Globex');
  // Reads what Acme has, and has no role at Globex.
  admin = await world.person({ platformAdmin: true, name: 'Ada Admin', roles: [[acme, 'senior_tech']] });
  const owner = await world.person({
    roles: [
      [acme, 'owner'],
      [globex, 'owner'],
    ],
  });
  leaver = await world.person({
    name: 'Leo Leaver',
    roles: [
      [acme, 'org_admin'],
      [globex, 'owner'],
    ],
  });
  for (const [name, organisation] of [
    ['Firewall', acme],
    ['Untouched', acme],
    ['Bank of Globex', globex],
  ] as const) {
    const made = await owner.post('/credentials', {
      ...{ organisationId: organisation.id, name },
      fields: { password: 'correct horse battery' },
    });
    expect([name, made.status]).toEqual([name, 201]);
    credentials[name] = String(made.body.id);
  }
  for (const name of ['Firewall', 'Firewall', 'Bank of Globex'])
    expect((await reveal(leaver, credentials[name]!)).status).toBe(200);
});
afterAll(() => world.close());

const reveal = (person: Person, id: string) => person.post(`/credentials/${id}/fields/password/reveal`, {});

describe('off-boarding an account', () => {
  it('shows first what would end, and whose secrets were seen, with names only where the reader may see them', async () => {
    const { status, body } = await admin.get(`/users/${leaver.id}/offboarding`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Leo Leaver', state: 'active', sessions: 1, memberships: 2, apiKeys: 0 });
    expect(body.ownedAlone).toEqual([]);
    expect(body.seen).toEqual([
      { organisationId: acme.id, organisation: 'Acme', secrets: 1, named: true },
      { organisationId: globex.id, organisation: 'Globex', secrets: 1, named: false },
    ]);
    const list = await admin.get(`/users/${leaver.id}/rotation-list`);
    expect(list.body).toMatchObject([{ credential: 'Firewall', acts: ['revealed'], times: 2 }]);
    expect(list.text).not.toContain('Bank of Globex');
  });

  it('gives owners the list of their own organisation, and nobody else', async () => {
    const owner = await world.person({ roles: [[globex, 'owner']] });
    const list = await owner.get(`/rotation-list?user=${leaver.id}`);
    expect(list.body.map(({ credential }: { credential: string }) => credential)).toEqual(['Bank of Globex']);
    const technician = await world.person({ roles: [[acme, 'technician']] });
    expect((await technician.get(`/rotation-list?user=${leaver.id}`)).status).toBe(403);
    expect((await owner.get(`/users/${leaver.id}/rotation-list`)).body.code).toBe('platform.admin_required');
    expect((await owner.get('/rotation-list?user=nobody')).status).toBe(404);
  });

  it('says the same over GraphQL, to whom it says so over REST', async () => {
    const shown = await admin.graphql(
      `{ offboarding(id: "${leaver.id}") { name sessions memberships ownedAlone seen { organisation secrets named } } }`,
    );
    const { name, sessions, memberships, ownedAlone } = (await admin.get(`/users/${leaver.id}/offboarding`)).body;
    const seen = [
      { organisation: 'Acme', secrets: 1, named: true },
      { organisation: 'Globex', secrets: 1, named: false },
    ];
    expect(shown.body.data.offboarding).toEqual({ name, sessions, memberships, ownedAlone, seen });
    const fields = '{ organisation credential acts times }';
    const named = await admin.graphql(`{ rotationList(id: "${leaver.id}") ${fields} }`);
    const firewall = { organisation: 'Acme', credential: 'Firewall', acts: ['revealed'], times: 2 };
    expect(named.body.data.rotationList).toEqual([firewall]);
    const owner = await world.person({ roles: [[globex, 'owner']] });
    const own = await owner.graphql(`{ ownRotationList(user: "${leaver.id}", org: "globex") { credential } }`);
    expect(own.body.data.ownRotationList).toEqual([{ credential: 'Bank of Globex' }]);
    const elsewhere = await owner.graphql(`{ ownRotationList(user: "${leaver.id}", org: "acme") { credential } }`);
    expect(elsewhere.body.errors[0].extensions.code).toBe('organisation.not_found');
    for (const field of ['offboarding { name }', 'rotationList { credential }']) {
      const refused = await owner.graphql(`{ ${field.replace(' ', `(id: "${leaver.id}") `)} }`);
      expect(refused.body.errors[0].extensions.code).toBe('platform.admin_required');
    }
  });

  it('hands the list out as CSV, with one event for each organisation in it', async () => {
    const file = await admin.post(`/users/${leaver.id}/rotation-list/export`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text.split('\r\n').slice(0, 2)).toEqual([
      '"Organisation","Credential","Acts","Times","Last"',
      expect.stringMatching(/^"Acme","Firewall","revealed","2","\d{4}-/),
    ]);
    const [event] = await world.events({ action: 'user.rotation_list_exported' });
    expect(event).toMatchObject({ organisation_id: acme.id, target_id: leaver.id, details: { secrets: 1 } });
  });

  it('asks for a fresh proof, and never off-boards oneself', async () => {
    const stale = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    expect((await stale.post(`/users/${leaver.id}/offboarding`)).body.code).toBe('step_up.required');
    expect((await admin.post(`/users/${admin.id}/offboarding`)).body.code).toBe('user.own');
    expect((await leaver.post(`/users/${admin.id}/offboarding`)).body.code).toBe('platform.admin_required');
  });

  it('ends sessions, keys, passkeys, password, links, identities and roles together', async () => {
    const key = await leaver.post('/api-keys', {
      ...{ organisationId: acme.id, name: 'Report', scopes: ['asset.read'] },
      expiresOn: new Date(Date.now() + 86_400_000 * 20).toISOString().slice(0, 10),
    });
    expect(key.status).toBe(201);
    const bearer = { authorization: `Bearer ${String(key.body.secret)}` };
    expect((await world.nobody().get('/assets', bearer)).status).toBe(200);
    await somethingOfEach(leaver.id);

    const done = await admin.post(`/users/${leaver.id}/offboarding`);
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ state: 'disabled', sessions: 1, apiKeys: 1, passkeys: 1, memberships: 2 });
    expect((await leaver.get('/me')).status).toBe(401);
    expect((await world.nobody().get('/assets', bearer)).status).toBe(401);
    const left = await Promise.all(
      [
        'SELECT 1 FROM user_passkey WHERE user_id = ?',
        'SELECT 1 FROM user_password WHERE user_id = ?',
        'SELECT 1 FROM sign_in_link WHERE user_id = ?',
        'SELECT 1 FROM membership WHERE user_id = ? AND archived_at IS NULL',
        'SELECT 1 FROM session WHERE user_id = ? AND revoked_at IS NULL',
        'SELECT 1 FROM api_key WHERE owner_id = ? AND revoked_at IS NULL',
        'SELECT 1 FROM user_totp WHERE user_id = ?',
        'SELECT 1 FROM break_glass_account WHERE user_id = ?',
      ].map(async (text) => (await world.sql(text, [leaver.id])).length),
    );
    expect(left).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const [event] = await world.events({ targetId: leaver.id, action: 'user.offboarded' });
    expect(event?.['details']).toMatchObject({ sessions: 1, apiKeys: 1, passkeys: 1, memberships: 2, secrets: 2 });
    expect(JSON.stringify(event)).not.toContain('Firewall');
  });

  it('keeps the list afterwards, and leaves no way back but a new invitation', async () => {
    const list = await admin.get(`/users/${leaver.id}/rotation-list`);
    expect(list.body).toHaveLength(1);
    const { body: user } = await admin.get(`/users/${leaver.id}`);
    const again = await admin.patch(`/users/${leaver.id}`, { state: 'active' }, { 'if-match': `"v${user.version}"` });
    expect(again.body.state).toBe('invited');
  });

  it('names organisations nobody else owns', async () => {
    const initech = await world.organisation('Initech');
    const last = await world.person({ roles: [[initech, 'owner']] });
    expect((await admin.get(`/users/${last.id}/offboarding`)).body.ownedAlone).toEqual(['Initech']);
    expect((await admin.post(`/users/${last.id}/offboarding`)).status).toBe(200);
  });
});

/** A password, a passkey, an authenticator, an open link and a place among the break-glass accounts, as rows: how they come to be is tested elsewhere. */
async function somethingOfEach(userId: string): Promise<void> {
  await world.sql("INSERT INTO user_password (user_id, hash, changed_at) VALUES (?, 'x', NOW(6))", [userId]);
  await world.sql(
    `INSERT INTO user_passkey (id, user_id, name, credential_id, public_key, counter, transports, synced, created_at)
     VALUES (?, ?, 'Phone', 'id', 'key', 0, '[]', 0, NOW(6))`,
    [uuid7(), userId],
  );
  await world.sql('INSERT INTO break_glass_account (user_id) VALUES (?)', [userId]);
  await world.inside(() => world.app.get(Totp).begin(userId, 'leaver'));
  await world.sql(
    "INSERT INTO sign_in_link (hash, kind, user_id, expires_at) VALUES (REPEAT('h', 32), 'reset', ?, NOW(6) + INTERVAL 1 DAY)",
    [userId],
  );
}
