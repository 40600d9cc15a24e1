import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastReason } from '../oidc/oidc.fixture';
import { browser } from '../sso.fixture';
import { adGroupDn } from './fixture/ad-like.fixture';
import { Contoso } from './fixture/contoso.fixture';
import { aDirectoryConnection, signIn } from './fixture/ldap.fixture';

let place: Contoso;
beforeAll(async () => {
  place = await Contoso.open();
});
afterAll(() => place.close());

const look = async (login: string): Promise<Record<string, unknown>> =>
  (await place.keeper.post(`/sign-in-connections/${place.connection.id}/ldap-tests`, { login })).body as Record<
    string,
    unknown
  >;

describe('an Active Directory', () => {
  it('knows people by objectGUID as Windows shows it, under each of their names, with their primary group', async () => {
    for (const name of ['john', 'JOHN@corp.contoso.test', 'john@contoso.test'])
      expect(await look(name)).toMatchObject({
        state: 'passed',
        subject: '877b816b-64c2-44d8-8e3e-69fa4ff18301',
        name: 'The john',
        groups: [adGroupDn('Domain Users'), adGroupDn('VPN Users')],
        roles: [{ role: { name: 'Technician' } }],
      });
  });

  it('knows two people apart whose key is of bytes that are no text', async () => {
    const ldap = { preset: 'active_directory', nested: false, keyAttribute: 'objectSid' } as const;
    const { id } = await aDirectoryConnection(place.world, place.directory, { state: 'draft', ldap });
    const keys = ['ada', 'eve'].map(async (login) => {
      const { body } = await place.keeper.post(`/sign-in-connections/${id}/ldap-tests`, { login });
      return body.subject as string;
    });
    expect(await Promise.all(keys)).toEqual(
      ['e9', 'ea'].map((byte) => `010500000000000515000000010000000200000003000000${byte}000000`),
    );
  });

  it.each([
    ['disabled', 'entry_disabled'],
    ['locked', 'entry_locked'],
    ['expired', 'entry_expired'],
    ['server', 'entry_unknown'],
  ])('lets in nobody who is %s', async (name, reason) => {
    const { status, body } = await signIn(place.world.nobody(), name, name);
    expect([status, body['code'], await lastReason(place.world, place.connection)]).toEqual([
      401,
      'auth.refused',
      reason,
    ]);
  });

  it('D06 ends every session of whoever is disabled there at the next look, and lets them back in when they are enabled', async () => {
    const { id, jar } = await place.enter('jane');
    await place.control('jane', 'disabled');
    await place.follow();
    expect((await place.world.nobody().get('/me', browser(jar))).status).toBe(401);
    expect(await place.state(id)).toBe('disabled');
    await place.control('jane', 'enabled');
    expect((await signIn(place.world.nobody(), 'jane', 'jane')).status).toBe(401);
    await place.follow();
    expect((await signIn(place.world.nobody(), 'jane', 'jane')).status).toBe(200);
    const actions = (await place.world.events({ targetId: id })).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['sso.sync.person_left', 'sso.sync.person_returned']));
  });
});
