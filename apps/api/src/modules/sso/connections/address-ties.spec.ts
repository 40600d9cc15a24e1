import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestSmtp } from '../../../../test/test-smtp';
import { aWorld, type Person, type World } from '../../../../test/world';
import { Passwords } from '../../auth';
import { JobWorker } from '../../../platform/jobs';
import { aConnection } from '../sso.fixture';
import type { SignInConnectionEntity } from './sign-in-connection.entity';

const SOON = 'UTC_TIMESTAMP(6) + INTERVAL 7 DAY';

let world: World;
let smtp: TestSmtp;
let person: Person;
beforeAll(async () => {
  smtp = await TestSmtp.start({ plain: true });
  world = await aWorld({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}` });
});
afterAll(async () => {
  await world?.close();
  await smtp?.stop();
});
beforeEach(async () => {
  person = await withPassword();
});

async function withPassword(): Promise<Person> {
  const made = await world.person();
  await world.inside(() => world.app.get(Passwords).set(made.id, 'nine loud herons wade', { words: [] }));
  return made;
}
const identity = (userId: string, { id }: SignInConnectionEntity) =>
  world.sql(
    `INSERT INTO external_identity (id, version, created_at, updated_at, connection_id, subject_hash, subject, user_id)
     VALUES (UUID(), 1, NOW(6), NOW(6), ?, UNHEX(SHA2(?, 256)), ?, ?)`,
    [id, userId, userId, userId],
  );
const serve = (domain: string, { id }: SignInConnectionEntity, from = 'NULL') =>
  world.sql(`INSERT INTO sign_in_domain (domain, connection_id, enforced_from) VALUES (?, ?, ${from})`, [domain, id]);
const ask = (email: string, who = person) => who.post('/me/email-change', { email });
const moveTo = (email: string, who = person) =>
  world.sql('UPDATE user_account SET email = ? WHERE id = ?', [email, who.id]);

describe('an address that comes from elsewhere', () => {
  it('of a directory is changed there, and the person reads where that is', async () => {
    const directory = await aConnection(world, { kind: 'ldap', name: 'Contoso directory' });
    await identity(person.id, directory);
    const { status, body } = await ask('new@free.example');
    expect([status, body.code]).toEqual([409, 'email.kept_elsewhere']);
    expect(body.detail).toContain('You sign in through Contoso directory');
    expect((await person.get('/me/email-change')).body).toEqual({ pending: null, closed: body.detail });
  });

  it('of a provider is changed there while there is no password here, and here once there is one', async () => {
    const provider = await aConnection(world, { name: 'Contoso login' });
    await identity(person.id, provider);
    expect((await ask('own@free.example')).status).toBe(201);
    await world.sql('DELETE FROM user_password WHERE user_id = ?', [person.id]);
    const { status, body } = await ask('own@free.example');
    expect([status, body.code]).toEqual([409, 'email.kept_elsewhere']);
    expect(body.detail).toContain('Contoso login');
  });

  it('of somebody without a password and a connection waits for an administrator', async () => {
    await world.sql('DELETE FROM user_password WHERE user_id = ?', [person.id]);
    const { status, body } = await ask('new@free.example');
    expect([status, body.code]).toEqual([409, 'email.password_needed']);
  });
});

describe('a domain whose people sign in through a connection', () => {
  it.each([
    ['now', 'UTC_TIMESTAMP(6)', 'today.example'],
    ['from next week on', SOON, 'soon.example'],
  ])('%s is left by nobody with a password, and entered by nobody', async (_, from, domain) => {
    await serve(domain, await aConnection(world, { name: 'Contoso login' }), from);
    const into = await ask(`somebody@${domain.toUpperCase()}`);
    expect([into.status, into.body.errors[0].pointer, into.body.errors[0].code]).toEqual([400, '/email', 'enforced']);
    expect(into.body.errors[0].detail).toContain('Contoso login');
    await moveTo(`${person.id}@${domain}`);
    // From that day on the password is no way in, and nothing to change here either.
    expect((await person.get('/me')).body.mfa.password).toBe(domain === 'soon.example');
    const out = await ask('new@free.example');
    expect([out.status, out.body.code]).toEqual([409, 'email.kept_elsewhere']);
    expect(out.body.detail).toContain(`People with an address at ${domain} sign in through Contoso login`);
  });

  it('is open while it is only served, or its connection is off', async () => {
    await serve('served.example', await aConnection(world));
    await serve('off.example', await aConnection(world, { state: 'disabled' }), 'UTC_TIMESTAMP(6)');
    for (const domain of ['served.example', 'off.example'])
      expect((await ask(`somebody@${domain}`)).status, domain).toBe(201);
  });

  it('binds no break-glass account', async () => {
    await serve('glass.example', await aConnection(world), 'UTC_TIMESTAMP(6)');
    await world.sql('INSERT INTO break_glass_account (user_id) VALUES (?)', [person.id]);
    expect((await ask('keeper@glass.example')).status).toBe(201);
    await moveTo('keeper.two@glass.example');
    expect((await ask('keeper@free.example')).status).toBe(201);
  });

  it('that became enforced after somebody asked is not entered by their link', async () => {
    const connection = await aConnection(world);
    await serve('later.example', connection);
    expect((await ask('late@later.example')).status).toBe(201);
    await world.app.get(JobWorker).drain();
    const mail = smtp.mails.find(({ to }) => to.includes('late@later.example'))?.text.replaceAll(/=\r?\n/g, '') ?? '';
    const path = `/auth/links/${/email-change#([\w-]+)/.exec(mail)?.[1] ?? ''}/email-change`;
    await world.sql("UPDATE sign_in_domain SET enforced_from = UTC_TIMESTAMP(6) WHERE domain = 'later.example'");
    const late = await person.post(path);
    expect([late.status, late.body.errors[0].code]).toEqual([400, 'enforced']);
    await world.sql("UPDATE sign_in_domain SET enforced_from = NULL WHERE domain = 'later.example'");
    expect((await person.post(path)).status).toBe(204);
  });
});
