import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Socket } from 'node:net';
import { certifyNames, startSlapd, type TestDirectory } from '../../../../../../tools/ldap/slapd.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aWorld, type Person, type World } from '../../../../test/world';
import { Passwords } from '../../auth';
import { aDirectoryConnection, asked, NEARBY, signIn } from './fixture/ldap.fixture';
import { PLANET_EXPRESS, planetExpress } from './fixture/planet-express.fixture';
import { bindYes, START_TLS, startTlsAnswer, Wire } from './fixture/wire.fixture';

let world: World;
let keeper: Person;
let directory: TestDirectory;
let stranger: string;
let wire: Wire | undefined;
beforeAll(async () => {
  directory = await startSlapd({ suffix: PLANET_EXPRESS, ldif: planetExpress });
  const folder = mkdtempSync(join(tmpdir(), 'st0r-stranger-'));
  stranger = certifyNames(folder, 'DNS:localhost').pem;
  rmSync(folder, { recursive: true });
  world = await aWorld(NEARBY);
  keeper = await world.person({ platformAdmin: true });
});
afterEach(async () => {
  await wire?.stop();
  wire = undefined;
  await world.sql("UPDATE sign_in_connection SET state = 'disabled'");
});
afterAll(async () => {
  await directory.stop();
  await world.close();
});

/** Connects, and answers what the administrator reads when the connection is checked. */
async function checked(ldap: object): Promise<Record<string, unknown>> {
  const { id } = await aDirectoryConnection(world, directory, { ldap });
  return (await keeper.post(`/sign-in-connections/${id}/check`)).body as Record<string, unknown>;
}

describe('D03 a connection that is not what it should be', () => {
  it.each([
    ['refuses StartTLS', (socket: Socket) => socket.once('data', () => socket.write(startTlsAnswer(2)))],
    ['answers StartTLS with something else', (socket: Socket) => socket.once('data', () => socket.write(bindYes))],
    ['is no directory', (socket: Socket) => socket.write('220 mail.example ESMTP\r\n')],
    [
      'puts an answer of its own before the encryption',
      (socket: Socket) =>
        socket.once('data', () => socket.write(Buffer.concat([startTlsAnswer(0), bindYes.subarray(0, 9)]))),
    ],
  ])('hears nothing but StartTLS when it %s', async (_, behave) => {
    wire = await Wire.listening(behave);
    const answer = await checked({ security: 'starttls', port: wire.port });
    expect(answer).toMatchObject({ works: false, reason: 'starttls_refused', pointer: '/ldap/security' });
    expect(START_TLS.subarray(0, wire.heard.length).equals(wire.heard)).toBe(true);
  });

  it.each([
    ['LDAPS', 'ldaps', (): number => directory.tlsPort],
    ['StartTLS', 'starttls', (): number => directory.plainPort],
  ])('gets no bind by %s with the certificate of a stranger, or one for another name', async (_, security, port) => {
    wire = await Wire.tapping(port());
    const reach = { security, port: wire.port };
    const questions = await asked(directory, async () => {
      const unknown = await checked({ ...reach, ca: stranger });
      expect(unknown).toMatchObject({ works: false, reason: 'tls', pointer: '/ldap/ca' });
      expect(await checked({ ...reach, ca: null })).toMatchObject({ reason: 'tls', pointer: '/ldap/ca' });
      const other = await checked({ ...reach, host: '127.0.0.1' });
      expect(other).toMatchObject({ works: false, reason: 'tls', pointer: '/ldap/host' });
      expect(other['sentence']).toContain('DNS:localhost');
    });
    expect(questions).toEqual([]);
    expect(wire.heard.includes('cn=reader')).toBe(false);
    expect(wire.connections).toBe(3);
    expect(await checked(reach)).toMatchObject({ works: true });
    expect(wire.heard.includes('cn=reader')).toBe(false);
  });
});

describe('what an administrator reads', () => {
  it.each([
    ['the account is refused', { bindDn: `cn=nobody,${PLANET_EXPRESS}` }, 'bind_refused', '/ldap/bindDn'],
    ['there is no such base', { userBase: 'ou=nowhere,dc=planetexpress,dc=test' }, 'base_not_found', '/ldap/userBase'],
    ['the base is no name', { userBase: 'people' }, 'base_not_found', '/ldap/userBase'],
    ['nobody is there', { userClass: 'account' }, 'base_not_found', '/ldap/userBase'],
    [
      'there is no place for groups',
      { groupBase: 'ou=nowhere,dc=planetexpress,dc=test' },
      'base_not_found',
      '/ldap/groupBase',
    ],
    ['people have no such key', { keyAttribute: 'objectGUID' }, 'key_missing', '/ldap/keyAttribute'],
    ['the port speaks no TLS', { port: 0 }, 'tls', '/ldap/port'],
  ])('names the setting when %s', async (_, ldap, reason, pointer) => {
    const port = 'port' in ldap ? { port: directory.plainPort } : {};
    const answer = await checked({ ...ldap, ...port });
    expect(answer).toMatchObject({ works: false, reason, pointer });
    expect(String(answer['sentence'])).toMatch(/^[A-Z"l1].{20,}\.$/);
  });

  it('names the network when the address is closed to us', async () => {
    const answer = await checked({ host: '10.1.2.3', port: 636 });
    expect(answer).toMatchObject({ works: false, reason: 'blocked' });
    expect(answer['sentence']).toContain('OUTGOING_ALLOWED_CIDRS=ldap=10.1.2.3/32');
  });
});

describe('D08 a directory that is away', () => {
  it('is said to be away while it hangs, holds no transaction meanwhile, and is not asked again for a while', async () => {
    wire = await Wire.listening(() => undefined);
    const silent = wire;
    const connection = await aDirectoryConnection(world, directory, { ldap: { port: wire.port } });
    const hanging = ['a', 'b', 'c'].map((name) => signIn(world.nobody(), name, 'wrong'));
    while (silent.connections < 3) await new Promise((later) => setTimeout(later, 20));
    const open = await world.sql(
      'SELECT 1 FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = DATABASE()',
    );
    expect(open).toEqual([]);
    const local = await world.person();
    await world.inside(() => world.app.get(Passwords).set(local.id, 'correct horse battery', { words: [] }));
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>(
      'SELECT email FROM user_account WHERE id = ?',
      [local.id],
    );
    expect((await signIn(world.nobody(), email, 'correct horse battery')).status).toBe(200);
    for (const { status, body } of await Promise.all(hanging))
      expect([status, body['code']]).toEqual([503, 'connection.away']);
    const before = silent.connections;
    expect((await signIn(world.nobody(), 'd', 'wrong')).status).toBe(503);
    expect(silent.connections).toBe(before);
    const { body } = await keeper.get(`/sign-in-connections/${connection.id}`);
    expect(body.health).toMatchObject({ problemCode: 'timeout' });
  });

  it('lets nobody in by a local password instead, for a browser or a program, unless they are a break-glass account', async () => {
    const connection = await aDirectoryConnection(world, directory);
    await signIn(world.nobody(), 'leela', 'leela');
    const email = 'leela@planetexpress.test';
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [
      email,
    ]);
    await world.inside(() => world.app.get(Passwords).set(id, 'correct horse battery', { words: [] }));
    await directory.kill();
    const away = await signIn(world.nobody(), email, 'correct horse battery');
    expect([away.status, away.body['code']]).toEqual([503, 'connection.away']);
    const token = await world.nobody().post('/auth/token', { email, password: 'correct horse battery' });
    expect(token.status).toBe(401);
    await world.sql('INSERT INTO break_glass_account (user_id) VALUES (?)', [id]);
    expect((await signIn(world.nobody(), email, 'correct horse battery')).status).toBe(200);
    await world.sql('DELETE FROM break_glass_account');
    await directory.start();
    await world.sql('UPDATE sign_in_connection SET version = version + 1 WHERE id = ?', [connection.id]);
    expect((await signIn(world.nobody(), email, 'leela')).status).toBe(200);
  });
});
