import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSlapd, type TestDirectory } from '../../../../../../tools/ldap/slapd.mjs';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { PersonProofs } from './people/person-proof';
import { lastReason } from '../oidc/oidc.fixture';
import { aMapping, reasonOf } from '../sso.fixture';
import { aDirectoryConnection, asked, me, NEARBY, serve, signIn } from './fixture/ldap.fixture';
import { groupDn, PLANET_EXPRESS, planetExpress } from './fixture/planet-express.fixture';

let world: World;
let keeper: Person;
let acme: TestOrganisation;
let directory: TestDirectory;
beforeAll(async () => {
  directory = await startSlapd({ suffix: PLANET_EXPRESS, ldif: planetExpress });
  world = await aWorld(NEARBY);
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
});
// A name without a domain belongs to the first directory there is, so each test leaves none behind.
afterEach(async () => {
  await world.sql("UPDATE sign_in_connection SET state = 'disabled'");
  await world.sql('DELETE FROM sign_in_domain');
  await world.sql('DELETE FROM sign_in_slowdown');
});
afterAll(async () => {
  await directory.stop();
  await world.close();
});

const rolesOf = (userId: unknown): Promise<unknown[]> =>
  world.sql(
    'SELECT r.template AS role, m.source FROM membership m JOIN role r ON r.id = m.role_id WHERE m.user_id = ? AND m.archived_at IS NULL ORDER BY 1',
    [userId],
  );
const prove = (connection: Parameters<PersonProofs['prove']>[0], login: string, password: string): Promise<string> =>
  reasonOf(world.inside(() => world.app.get(PersonProofs).prove(connection, login, password)));

describe.each([
  ['LDAPS', (): object => ({ security: 'ldaps', port: directory.tlsPort })],
  ['StartTLS', (): object => ({ security: 'starttls', port: directory.plainPort })],
])('signing in with the password of a directory by %s', (_, reach) => {
  it('makes an account with the roles of its groups, and asks for our second factor', async () => {
    const connection = await aDirectoryConnection(world, directory, { ldap: reach() });
    await aMapping(world, keeper, { connection, group: groupDn('crew'), organisation: acme, role: 'technician' });
    const { status, body, jar } = await signIn(world.nobody(), 'leela', 'leela');
    expect({ status, body }).toEqual({ status: 200, body: { state: 'enrolment_required' } });
    const her = await me(world.nobody(), jar);
    expect(her).toMatchObject({ name: 'Turanga Leela', sessionScope: 'enrolment' });
    expect(await rolesOf(her['id'])).toEqual([{ role: 'technician', source: 'ldap' }]);
    const [identity] = await world.sql('SELECT subject FROM external_identity WHERE user_id = ?', [her['id']]);
    expect(identity).toEqual({ subject: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/) });
    const [event] = await world.events({ targetId: String(her['id']), action: 'session.signed_in' });
    expect(event).toMatchObject({ details: { amr: ['sso'], via: connection.name } });
    await world.sql('UPDATE user_account SET email = ? WHERE id = ?', [`${connection.id}@old.test`, her['id']]);
  });
});

describe('a name and a password of a directory', () => {
  it('D01 refuses an empty password without asking the server', async () => {
    const connection = await aDirectoryConnection(world, directory);
    const questions = await asked(directory, async () => {
      expect(await prove(connection, 'fry', '')).toBe('password_empty');
      expect((await signIn(world.nobody(), 'fry', '')).status).toBeGreaterThanOrEqual(400);
    });
    expect(questions).toEqual([]);
  });

  it('refuses a password with a zero byte without asking the server, which may not look behind it', async () => {
    const connection = await aDirectoryConnection(world, directory);
    const questions = await asked(directory, async () => {
      expect(await prove(connection, 'fry', 'fry\0anything')).toBe('password_wrong');
    });
    expect(questions).toEqual([]);
  });

  it.each([
    ['*'],
    ['*)(uid=*'],
    ['fry)(|(uid=*'],
    ['fr*'],
    ['\\66ry'],
    ['fry\\2a'],
    [' fry\u200b'],
    ['ｆｒｙ'],
    ['ﬁy'],
    ['zoe'],
    ['fry\0'],
    ['x'.repeat(257)],
  ])('D02 finds nobody by %j', async (login) => {
    const connection = await aDirectoryConnection(world, directory);
    expect(await prove(connection, login, 'fry')).toMatch(/^(entry_unknown|name_refused)$/);
  });

  it('D02 finds the very person by a name with accents, however it is composed', async () => {
    const connection = await aDirectoryConnection(world, directory);
    expect(await prove(connection, 'zoe\u0308', 'zoë')).toBe('not refused');
    expect(await prove(connection, 'ZOË', 'zoë')).toBe('not refused');
  });

  it('D09 refuses a name that two entries have', async () => {
    const connection = await aDirectoryConnection(world, directory);
    expect(await prove(connection, 'twin', 'twin')).toBe('entry_ambiguous');
    expect(await prove(connection, 'shared', 'shared')).toBe('entry_ambiguous');
    const { status } = await signIn(world.nobody(), 'twin', 'twin');
    expect([status, await lastReason(world, connection)]).toEqual([401, 'entry_ambiguous']);
  });

  it('D05 follows five groups in each other and a circle among them', async () => {
    const connection = await aDirectoryConnection(world, directory);
    await aMapping(world, keeper, {
      connection,
      group: groupDn('level1').toUpperCase(),
      organisation: acme,
      role: 'technician',
    });
    const { proof } = await world.inside(() => world.app.get(PersonProofs).prove(connection, 'fry', 'fry'));
    expect(proof.groups).toEqual(['level1', 'level2', 'level3', 'level4', 'level5'].map(groupDn));
    const { jar } = await signIn(world.nobody(), 'fry', 'fry');
    expect(await rolesOf((await me(world.nobody(), jar))['id'])).toEqual([{ role: 'technician', source: 'ldap' }]);
    const flat = await aDirectoryConnection(world, directory, { ldap: { nested: false } });
    const direct = await world.inside(() => world.app.get(PersonProofs).prove(flat, 'fry', 'fry'));
    expect(direct.proof.groups).toEqual([groupDn('level5')]);
  });
});

describe('whoever is refused', () => {
  it('reads the same for a wrong password, an unknown name and somebody nobody knows here, and the directory is asked the same', async () => {
    await aDirectoryConnection(world, directory, { jit: false });
    const answers: unknown[] = [];
    const questions: string[][] = [];
    for (const [name, password] of [
      ['amy', 'wrong'],
      ['nobody', 'wrong'],
    ] as const)
      questions.push(
        await asked(directory, async () => {
          const { status, body, jar } = await signIn(world.nobody(), name, password);
          answers.push({ status, jar, code: body['code'], detail: body['detail'] });
        }),
      );
    expect(questions).toEqual([
      ['BIND', 'SRCH', 'BIND'],
      ['BIND', 'SRCH', 'BIND'],
    ]);
    const { status, body, jar } = await signIn(world.nobody(), 'amy', 'amy');
    answers.push({ status, jar, code: body['code'], detail: body['detail'] });
    const local = await signIn(world.nobody(), 'nobody@elsewhere.test', 'wrong');
    answers.push({ status: local.status, jar: local.jar, code: local.body['code'], detail: local.body['detail'] });
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, code: 'auth.refused', jar: {} });
  });

  it('is slowed down before the directory would lock them out', async () => {
    await aDirectoryConnection(world, directory);
    for (let time = 0; time < 6; time += 1) await signIn(world.nobody(), 'amy', 'guess');
    expect(await asked(directory, () => signIn(world.nobody(), 'amy', 'guess'))).toEqual([]);
    const [event] = (await world.events({ action: 'session.sign_in_failed' })).slice(-1);
    expect(event).toMatchObject({ details: { reason: 'slowed_down' } });
  });
});

describe('an e-mail address', () => {
  it('belongs to the directory of its domain; an account with a password of its own keeps it until that is enforced', async () => {
    const connection = await aDirectoryConnection(world, directory);
    await serve(world, connection, 'planetexpress.test');
    const local = await world.person();
    await world.sql("UPDATE user_account SET email = 'amy@planetexpress.test' WHERE id = ?", [local.id]);
    const here = await asked(directory, () => signIn(world.nobody(), 'amy@planetexpress.test', 'amy'));
    expect([here, await lastReason(world, connection)]).toEqual([['BIND', 'SRCH', 'BIND'], undefined]);
    await world.sql('UPDATE sign_in_domain SET enforced_from = UTC_TIMESTAMP(6)');
    await signIn(world.nobody(), 'amy@planetexpress.test', 'amy');
    expect(await lastReason(world, connection)).toBe('email_taken');
    const waiting = await world.sql(
      "SELECT user_id FROM external_identity WHERE email = 'amy@planetexpress.test' AND connection_id = ?",
      [connection.id],
    );
    expect(waiting).toEqual([{ user_id: null }]);
  });

  it('is led nowhere by the sign-in page: the password is typed there', async () => {
    const connection = await aDirectoryConnection(world, directory);
    await serve(world, connection, 'planetexpress.test');
    const { body } = await world.nobody().post('/auth/connections/lookup', { email: 'fry@planetexpress.test' });
    expect(body).toEqual({ connection: null, enforced: false });
    expect((await world.nobody().get('/auth/connections')).body).toEqual([]);
    expect((await world.nobody().post(`/auth/connections/${connection.id}/start`, {})).status).toBe(404);
  });
});
