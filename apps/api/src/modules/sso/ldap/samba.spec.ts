import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canRunSamba } from '../../../../../../tools/ldap/samba.mjs';
import { lastReason } from '../oidc/oidc.fixture';
import { browser } from '../sso.fixture';
import { adGroupDn, adPersonDn, CONTOSO } from './fixture/ad-like.fixture';
import { Domain, LOCKED_AFTER } from './fixture/domain.fixture';
import { aDirectoryConnection, signIn } from './fixture/ldap.fixture';

/** As the controller writes names, which is not as people do. */
const group = (name: string): string => `CN=${name},OU=groups,${CONTOSO.replaceAll('dc', 'DC')}`;
const DOMAIN_USERS = `CN=Domain Users,CN=Users,${CONTOSO.replaceAll('dc', 'DC')}`;
/** What everybody is in by their primary group. */
const EVERYBODYS = [DOMAIN_USERS, `CN=Users,CN=Builtin,${CONTOSO.replaceAll('dc', 'DC')}`];
const DISABLED = '514';
const ENABLED = '512';
const LONG_AGO = '133521487623456789';
const PEOPLE = ['john', 'jane', 'ada', 'eve', 'max', 'disabled', 'expired', 'locked', 'stale'];
/** More than a page of 500. */
const CROWD = 600;

describe.skipIf(!canRunSamba())('a real Active Directory, kept by Samba', () => {
  let place: Domain;
  beforeAll(async () => {
    place = await Domain.open();
    for (const name of PEOPLE) await place.addPerson(name);
    await place.addGroup('VPN Users', adPersonDn('john'), adPersonDn('jane'));
    await place.mapName(adGroupDn('VPN Users'), 'technician');
  }, 90_000);
  afterAll(() => place.close());
  beforeEach(() => place.world.sql('DELETE FROM sign_in_slowdown'));

  const look = async (login: string): Promise<Record<string, unknown>> =>
    (await place.keeper.post(`/sign-in-connections/${place.connection.id}/ldap-tests`, { login })).body as Record<
      string,
      unknown
    >;
  const refusedFor = async (name: string, password = name): Promise<unknown> => {
    const { status, body } = await signIn(place.world.nobody(), name, password);
    expect([status, body['code']]).toEqual([401, 'auth.refused']);
    return lastReason(place.world, place.connection);
  };

  describe.each([
    ['LDAPS', 'ldaps', (): number => place.domain.tlsPort],
    ['StartTLS', 'starttls', (): number => place.domain.plainPort],
  ] as const)('by %s', (_, security, port) => {
    it('D03 is believed by the certificate it was given, and by no other', async () => {
      const check = async (ldap: object): Promise<unknown> => {
        const own = { preset: 'active_directory', security, port: port(), userBase: CONTOSO, ...ldap } as const;
        const { id } = await aDirectoryConnection(place.world, place.domain, { state: 'draft', ldap: own });
        return (await place.keeper.post(`/sign-in-connections/${id}/check`)).body;
      };
      expect(await check({})).toMatchObject({ works: true });
      expect(await check({ ca: null })).toMatchObject({ works: false, reason: 'tls', pointer: '/ldap/ca' });
      expect(await check({ host: '127.0.0.1' })).toMatchObject({ works: false, reason: 'tls', pointer: '/ldap/host' });
      expect(await check({ bindDn: adPersonDn('nobody') })).toMatchObject({ works: false, reason: 'bind_refused' });
    });

    it('lets somebody in by the password they have there', async () => {
      const ldap = { preset: 'active_directory', security, port: port(), userBase: CONTOSO } as const;
      const { id } = await aDirectoryConnection(place.world, place.domain, { state: 'draft', ldap });
      const tried = async (password: string): Promise<unknown> =>
        (await place.keeper.post(`/sign-in-connections/${id}/ldap-tests`, { login: 'ada', password })).body;
      expect(await tried('ada')).toMatchObject({ state: 'passed', name: 'The ada' });
      expect(await tried('other')).toMatchObject({ state: 'refused', reason: 'password_wrong' });
    });
  });

  it('knows people by objectGUID as the controller gives it out, under each of their names', async () => {
    const subject = await place.guid(adPersonDn('john'));
    for (const name of ['john', 'JOHN@contoso.test', 'john@mail.contoso.test'])
      expect(await look(name)).toMatchObject({
        state: 'passed',
        subject,
        email: 'john@mail.contoso.test',
        groups: [...EVERYBODYS, group('VPN Users')],
        roles: [{ role: { name: 'Technician' } }],
      });
  });

  it('knows somebody again who married and moved', async () => {
    const before = await place.enter('jane');
    const moved = `CN=Jane Other,OU=moved,${CONTOSO}`;
    await place.upstream((client) => client.modifyDN(adPersonDn('jane'), moved));
    await place.set(moved, 'sAMAccountName', 'jother');
    await place.set(moved, 'mail', 'jane.other@mail.contoso.test');
    expect((await place.enter('jother', 'jane')).id).toBe(before.id);
    expect(await place.look({ dryRun: true })).toMatchObject({ state: 'done', changes: [] });
    expect(await place.roles(before.id)).toEqual(['technician']);
  });

  it('lets in nobody who is disabled, has expired, has to change their password first, or is a computer', async () => {
    await place.set(adPersonDn('disabled'), 'userAccountControl', DISABLED);
    await place.set(adPersonDn('expired'), 'accountExpires', LONG_AGO);
    await place.set(adPersonDn('stale'), 'pwdLastSet', '0');
    expect(await refusedFor('disabled')).toBe('entry_disabled');
    expect(await refusedFor('expired')).toBe('entry_expired');
    expect(await refusedFor('stale')).toBe('password_wrong');
    expect(await refusedFor('DC1$')).toBe('entry_unknown');
  });

  it('lets in nobody whom the controller has locked itself', async () => {
    for (let time = 0; time < LOCKED_AFTER; time += 1)
      expect(await refusedFor('locked', 'guess')).toBe('password_wrong');
    expect(await refusedFor('locked')).toBe('entry_locked');
  });

  it('D02 D01 finds nobody by a wildcard, and takes no empty password', async () => {
    for (const name of ['*', 'joh*', 'john)(|(cn=*', 'j\\6fhn'])
      expect(await refusedFor(name, 'john')).toBe('entry_unknown');
    expect((await signIn(place.world.nobody(), 'john', '')).status).toBeGreaterThanOrEqual(400);
  });

  it('D05 follows five groups in each other and a circle among them by its own rule, at the sign-in as in a look', async () => {
    for (const level of [1, 2, 3, 4, 5]) await place.addGroup(`level${level}`);
    for (const level of [1, 2, 3, 4]) await place.join(`level${level}`, adGroupDn(`level${level + 1}`));
    await place.join('level5', adPersonDn('eve'), adGroupDn('level1'));
    await place.mapName(adGroupDn('level1').toUpperCase(), 'auditor');
    const levels = [1, 2, 3, 4, 5].map((level) => group(`level${level}`));
    expect((await look('eve'))['groups']).toEqual([...EVERYBODYS, ...levels]);
    const { id } = await place.enter('eve');
    expect(await place.roles(id)).toEqual(['auditor']);
    expect(await place.look({ dryRun: true })).toMatchObject({ changes: [] });
    // The circle stays; only the way from her into it is gone.
    await place.leave('level5', adPersonDn('eve'));
    expect(await place.look({ dryRun: false })).toMatchObject({ counts: { taken: 1 } });
    expect(await place.roles(id)).toEqual([]);
    await place.join('level3', adPersonDn('eve'));
    expect(await place.look({ dryRun: false })).toMatchObject({ counts: { given: 1 } });
    expect(await place.roles(id)).toEqual(['auditor']);
  });

  it('counts the primary group, which lists nobody, with the groups that one is in', async () => {
    await place.addGroup('Landlords', adPersonDn('max'));
    await place.addGroup('Owners', adGroupDn('Landlords'));
    await place.mapName(adGroupDn('Owners'), 'auditor');
    await place.set(adPersonDn('max'), 'primaryGroupID', await place.relativeId(adGroupDn('Landlords')));
    // The controller itself moved him from one list of members to the other.
    const groups = [...EVERYBODYS, group('Landlords'), group('Owners')];
    expect((await look('max'))['groups']).toEqual(groups.toSorted());
    const { id } = await place.enter('max');
    expect(await place.roles(id)).toEqual(['auditor']);
    expect(await place.look({ dryRun: true })).toMatchObject({ changes: [] });
  });

  it('knows people and groups whose names have to be escaped, at the sign-in as in a look', async () => {
    const dn = adPersonDn('Müller-Öst\\, Zoë (Süd) \\#1');
    await place.addPerson('zoe', { dn });
    await place.addGroup('Vertrieb\\, \\"Süd\\" (*)', dn);
    await place.mapName(adGroupDn('Vertrieb\\, \\"Süd\\" (*)'), 'auditor');
    const { id } = await place.enter('zoe');
    expect(await place.roles(id)).toEqual(['auditor']);
    expect(await place.look({ dryRun: true })).toMatchObject({ changes: [] });
  });

  it('D04 is read as a whole, page by page', async () => {
    const before = (await place.look({ dryRun: true }))['counts'] as { read: number };
    await place.addCrowd(CROWD);
    expect(await place.look({ dryRun: true })).toMatchObject({ state: 'done', counts: { read: before.read + CROWD } });
  });

  it('D06 ends every session of whoever is disabled or deleted there at the next look', async () => {
    const john = await place.enter('john');
    const ada = await place.enter('ada');
    await place.set(adPersonDn('john'), 'userAccountControl', DISABLED);
    await place.upstream((client) => client.del(adPersonDn('ada')));
    expect(await place.follow()).toMatchObject({ counts: { left: 2 } });
    for (const { id, jar } of [john, ada]) {
      expect(await place.state(id)).toBe('disabled');
      expect((await place.world.nobody().get('/me', browser(jar))).status).toBe(401);
    }
    await place.set(adPersonDn('john'), 'userAccountControl', ENABLED);
    expect(await place.follow()).toMatchObject({ counts: { returned: 1 } });
    expect((await place.enter('john')).id).toBe(john.id);
    expect(await place.roles(john.id)).toEqual(['technician']);
  });
});
