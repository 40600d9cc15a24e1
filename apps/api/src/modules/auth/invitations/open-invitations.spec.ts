import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';

const PASSWORD = 'nine loud herons wade';
type Listed = {
  id: string;
  email: string;
  state: string;
  mail: string | null;
  until: string | null;
  roles: { organisation: string; role: string; invitedBy: string | null }[];
  can: Record<string, boolean>;
};

let world: World;
let acme: TestOrganisation;
let globex: TestOrganisation;
let owner: Person;
let other: Person;
let clerk: Person;
beforeAll(async () => {
  world = await aWorld();
  [acme, globex] = [await world.organisation('Acme'), await world.organisation('Globex')];
  owner = await world.person({ roles: [[acme, 'owner']], name: 'Olga Owner' });
  other = await world.person({ roles: [[globex, 'owner']], name: 'Otto Other' });
  clerk = await world.person({ roles: [[acme, 'org_admin']], name: 'Cleo Clerk' });
});
afterAll(() => world.close());

const roleId = async (template: string): Promise<string> =>
  String((await world.sql<{ id: string }>('SELECT id FROM role WHERE template = ?', [template]))[0]?.id);
const invite = async (by: Person, at: TestOrganisation, email: string, role = 'technician') =>
  (
    await by.post('/invitations', {
      email,
      name: email.split('@')[0],
      organisationId: at.id,
      roleId: await roleId(role),
    })
  ).body as { userId: string; membershipId: string; link: string | null; mailed: boolean };
const list = async (by: Person, org?: TestOrganisation): Promise<Listed[]> =>
  (await by.get(`/invitations${org ? `?org=${org.slug}` : ''}`)).body as Listed[];
const of = async (by: Person, email: string): Promise<Listed | undefined> =>
  (await list(by)).find((one) => one.email === email);
const open = (link: string | null | undefined) =>
  world.nobody().get(`/auth/links/${String(link).split('/').at(-1) ?? ''}`);

describe('open invitations', () => {
  it('say who is invited, by whom, with which roles and until when', async () => {
    await invite(owner, acme, 'ida@acme.test');
    const ida = await of(clerk, 'ida@acme.test');
    expect(ida).toMatchObject({ state: 'waiting', mail: null, can: { send: true, withdraw: true } });
    expect(ida?.roles).toMatchObject([{ organisation: 'Acme', role: 'Technician', invitedBy: 'Olga Owner' }]);
    const hours = (Date.parse(String(ida?.until)) - Date.now()) / 3_600_000;
    expect([hours > 71, hours < 73]).toEqual([true, true]);
  });

  it('say the same over GraphQL', async () => {
    const { body } = await owner.graphql('{ invitations(org: "acme") { email state roles { role } } }');
    const ida = { email: 'ida@acme.test', state: 'waiting', roles: [{ role: 'Technician' }] };
    expect(body.data.invitations).toContainEqual(ida);
  });

  it('stay in the list, marked, when the link has run out', async () => {
    const { userId, link } = await invite(owner, acme, 'late@acme.test');
    await world.sql('UPDATE sign_in_link SET expires_at = NOW(6) - INTERVAL 1 MINUTE WHERE user_id = ?', [userId]);
    expect(await of(owner, 'late@acme.test')).toMatchObject({ state: 'run_out', until: expect.any(String) });
    expect((await open(link)).status).toBe(410);
  });

  it('leave the list once somebody accepts', async () => {
    const { link } = await invite(owner, acme, 'ann@acme.test');
    const token = String(link).split('/').at(-1) ?? '';
    expect((await world.nobody().post(`/auth/links/${token}`, { password: PASSWORD })).status).toBe(204);
    expect(await of(owner, 'ann@acme.test')).toBeUndefined();
  });

  it('are shown only to whoever may invite there, and only with the roles there', async () => {
    await invite(other, globex, 'both@acme.test');
    await invite(owner, acme, 'both@acme.test');
    expect((await of(owner, 'both@acme.test'))?.roles.map(({ organisation }) => organisation)).toEqual(['Acme']);
    expect((await of(other, 'both@acme.test'))?.roles.map(({ organisation }) => organisation)).toEqual(['Globex']);
    expect((await list(other)).map(({ email }) => email)).toEqual(['both@acme.test']);
    const technician = await world.person({ roles: [[acme, 'technician']] });
    expect((await technician.get('/invitations')).body.code).toBe('permission.missing');
    expect((await other.get('/invitations?org=acme')).body.code).toBe('organisation.not_found');
    const hers = await of(owner, 'ida@acme.test');
    expect((await other.post(`/invitations/${String(hers?.id)}/send`)).body.code).toBe('invitation.not_found');
    expect((await other.delete(`/invitations/${String(hers?.id)}`)).body.code).toBe('invitation.not_found');
  });
});

describe('sending an invitation again', () => {
  it('makes a new link and kills the one before; the log says so', async () => {
    const first = await invite(owner, acme, 'again@acme.test');
    const second = await clerk.post(`/invitations/${first.userId}/send`);
    expect([second.status, (await open(first.link)).status]).toEqual([200, 410]);
    expect((await open(second.body.link)).body).toMatchObject({ kind: 'invitation', email: 'again@acme.test' });
    expect((await of(owner, 'again@acme.test'))?.roles[0]?.invitedBy).toBe('Cleo Clerk');
    const events = await world.events({ targetId: first.userId, action: 'invitation.sent' });
    expect(events).toMatchObject([{ actor_id: clerk.id, organisation_id: acme.id }]);
  });

  it('is for whoever could give the roles, freshly signed in', async () => {
    const { userId } = await invite(owner, acme, 'boss@acme.test', 'owner');
    expect((await of(clerk, 'boss@acme.test'))?.can).toEqual({ send: false, withdraw: false });
    expect((await clerk.post(`/invitations/${userId}/send`)).body.code).toBe('role.beyond_own');
    expect((await clerk.delete(`/invitations/${userId}`)).body.code).toBe('role.beyond_own');
    const late = await world.person({ roles: [[acme, 'owner']], signedInMinutesAgo: 11 });
    expect((await late.post(`/invitations/${userId}/send`)).body.code).toBe('step_up.required');
  });

  it('shows no link to whoever could not give all that comes with it elsewhere', async () => {
    const { userId, link } = await invite(other, globex, 'shared@acme.test', 'owner');
    expect(await invite(owner, acme, 'shared@acme.test')).toMatchObject({ mailed: false, link: null });
    expect((await owner.post(`/invitations/${userId}/send`)).body.code).toBe('invitation.mail_needed');
    expect((await open(link)).status).toBe(410);
  });

  it('ends a link that was shown when somebody else gives more, as a role or as administration', async () => {
    const { userId, link } = await invite(owner, acme, 'more@acme.test');
    const [by, role] = [await world.person({ roles: [[globex, 'owner']] }), await roleId('owner')];
    const given = await by.post('/memberships', { organisationId: globex.id, userId, roleId: role });
    expect([given.status, (await open(link)).status]).toEqual([201, 410]);
    const keeper = await world.person({ platformAdmin: true });
    const second = await invite(owner, acme, 'chief@acme.test');
    expect((await keeper.patch(`/users/${second.userId}`, { platformAdmin: true })).status).toBe(200);
    expect((await open(second.link)).status).toBe(410);
  });

  it('lets both in who are the first to invite somebody at the same moment', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const email = `first${round}@acme.test`;
      const both = await Promise.all([invite(owner, acme, email), invite(other, globex, email)]);
      expect(new Set(both.map(({ userId }) => userId)).size).toBe(1);
      const [{ userId }] = both;
      expect(userId).toMatch(/^[0-9a-f-]{36}$/);
      expect((await world.events({ targetId: userId, action: 'user.created' })).length).toBe(1);
      expect([(await of(owner, email))?.roles.length, (await of(other, email))?.roles.length]).toEqual([1, 1]);
    }
  });

  it('shows no link that opens two clients when both invite at the same moment', async () => {
    const { userId } = await invite(owner, acme, 'race@acme.test');
    expect((await owner.delete(`/invitations/${userId}`)).status).toBe(204);
    const both = await Promise.all([
      invite(owner, acme, 'race@acme.test', 'owner'),
      invite(other, globex, 'race@acme.test', 'owner'),
    ]);
    const opened = await Promise.all(both.map(async ({ link }) => (link ? (await open(link)).status : null)));
    expect(opened.sort()).toEqual([410, null]);
  });
});

describe('an invitation link', () => {
  it('sets no password on an account that is in use already', async () => {
    const { userId, link } = await invite(owner, acme, 'inside@acme.test');
    await world.sql("UPDATE user_account SET state = 'active' WHERE id = ?", [userId]);
    const token = String(link).split('/').at(-1) ?? '';
    expect((await world.nobody().post(`/auth/links/${token}`, { password: PASSWORD })).status).toBe(404);
    expect(await world.sql('SELECT 1 FROM user_password WHERE user_id = ?', [userId])).toEqual([]);
  });
});

describe('withdrawing an invitation', () => {
  it('takes the roles back, and the link dies with the last of them', async () => {
    const { userId, link } = await invite(owner, acme, 'gone@acme.test');
    expect((await owner.delete(`/invitations/${userId}`)).status).toBe(204);
    expect([(await open(link)).status, await of(owner, 'gone@acme.test')]).toEqual([410, undefined]);
    expect((await owner.delete(`/invitations/${userId}`)).body.code).toBe('invitation.not_found');
    expect(await world.events({ targetId: userId, action: 'invitation.withdrawn' })).toHaveLength(1);
  });

  it('is what taking the only role away on Members does too', async () => {
    const { link, membershipId } = await invite(owner, acme, 'only@acme.test');
    expect((await open(link)).status).toBe(200);
    expect((await owner.post(`/memberships/${membershipId}/archive`)).status).toBeLessThan(300);
    expect((await open(link)).status).toBe(410);
    expect(await of(owner, 'only@acme.test')).toBeUndefined();
  });

  it('leaves an invitation of another client alone', async () => {
    const { userId } = await invite(other, globex, 'two@acme.test');
    const { link } = await invite(owner, acme, 'two@acme.test');
    expect(link).toBeNull();
    expect((await owner.delete(`/invitations/${userId}`)).status).toBe(204);
    expect(await of(other, 'two@acme.test')).toMatchObject({ roles: [{ organisation: 'Globex' }] });
    const anew = await other.post(`/invitations/${userId}/send`);
    expect([anew.status, (await open(anew.body.link)).status]).toEqual([200, 200]);
  });
});

describe('an invitation that went by mail', () => {
  it('says what became of the mail', async () => {
    const postal = await aWorld({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const client = await postal.organisation('Postal');
      const sender = await postal.person({ roles: [[client, 'owner']] });
      const [role] = await postal.sql<{ id: string }>("SELECT id FROM role WHERE template = 'technician'");
      const body = { email: 'far@acme.test', name: 'Far', organisationId: client.id, roleId: role?.id };
      expect((await sender.post('/invitations', body)).body).toMatchObject({ mailed: true, link: null });
      expect((await sender.get('/invitations')).body).toMatchObject([{ email: 'far@acme.test', mail: 'queued' }]);
      await postal.sql("UPDATE mail SET state = 'bounced' WHERE recipient = 'far@acme.test'");
      expect((await sender.get('/invitations')).body).toMatchObject([{ mail: 'bounced' }]);
    } finally {
      await postal.close();
    }
  });
});
