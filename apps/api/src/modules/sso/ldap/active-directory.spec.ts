import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlapd, type TestDirectory } from '../../../../../../tools/ldap/slapd.mjs';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { UnitOfWork } from '../../../platform/database';
import { Jobs, JobWorker } from '../../../platform/jobs';
import { asHouse } from '../../../start-up';
import { lastReason } from '../oidc/oidc.fixture';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { aMapping, browser } from '../sso.fixture';
import { adGroupDn, adPersonDn, adSchema, CONTOSO, contoso } from './fixture/ad-like.fixture';
import { aDirectoryConnection, me, NEARBY, signIn } from './fixture/ldap.fixture';
import { followDirectories } from './sync/directory-sync.job';

let world: World;
let keeper: Person;
let acme: TestOrganisation;
let directory: TestDirectory;
let connection: SignInConnectionEntity;
beforeAll(async () => {
  directory = await startSlapd({ suffix: CONTOSO, ldif: contoso, schema: adSchema });
  world = await aWorld(NEARBY);
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
  // OpenLDAP does not know the rule that follows groups in groups.
  const ldap = { preset: 'active_directory', nested: false } as const;
  connection = await aDirectoryConnection(world, directory, { ldap });
  const group = adGroupDn('VPN Users');
  await aMapping(world, keeper, { connection, group, organisation: acme, role: 'technician' });
});
afterAll(async () => {
  await directory.stop();
  await world.close();
});

async function setControl(name: string, bits: number): Promise<void> {
  const client = new Client({ url: `ldap://127.0.0.1:${directory.plainPort}` });
  await client.bind(`cn=admin,${CONTOSO}`, 'secret');
  const modification = new Attribute({ type: 'userAccountControl', values: [String(bits)] });
  await client.modify(adPersonDn(name), new Change({ operation: 'replace', modification }));
  await client.unbind();
}

async function follow(): Promise<void> {
  await asHouse(world.app, () =>
    world.app.get(UnitOfWork).run(() => world.app.get(Jobs).enqueue(followDirectories, {})),
  );
  await world.app.get(JobWorker).drain();
}

const look = async (login: string): Promise<Record<string, unknown>> =>
  (await keeper.post(`/sign-in-connections/${connection.id}/ldap-tests`, { login })).body as Record<string, unknown>;

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
    const { id } = await aDirectoryConnection(world, directory, { state: 'draft', ldap });
    const keys = ['ada', 'eve'].map(async (login) => {
      const { body } = await keeper.post(`/sign-in-connections/${id}/ldap-tests`, { login });
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
    const { status, body } = await signIn(world.nobody(), name, name);
    expect([status, body['code'], await lastReason(world, connection)]).toEqual([401, 'auth.refused', reason]);
  });

  it('D06 ends every session of whoever is disabled there at the next look, and lets them back in when they are enabled', async () => {
    const { jar } = await signIn(world.nobody(), 'jane', 'jane');
    const { id } = await me(world.nobody(), jar);
    await setControl('jane', 514);
    await follow();
    expect((await world.nobody().get('/me', browser(jar))).status).toBe(401);
    const [row] = await world.sql('SELECT state FROM user_account WHERE id = ?', [id]);
    expect(row).toEqual({ state: 'disabled' });
    await setControl('jane', 512);
    expect((await signIn(world.nobody(), 'jane', 'jane')).status).toBe(401);
    await follow();
    const back = await signIn(world.nobody(), 'jane', 'jane');
    expect(back.status).toBe(200);
    const actions = (await world.events({ targetId: String(id) })).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['sso.sync.person_left', 'sso.sync.person_returned']));
  });
});
