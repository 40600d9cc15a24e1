import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHeader, cookies } from '../../../test/signing-in';
import { aWorld, type Person, type World } from '../../../test/world';
import { Passwords } from './passwords/passwords';

const PASSWORD = 'nine loud herons wade';

let world: World;
let admin: Person;
let person: { id: string; email: string };
beforeAll(async () => {
  // Nobody listens there: a mail is counted when it is queued, with the sign-in that caused it.
  world = await aWorld({ SMTP_URL: 'smtp://127.0.0.1:9' });
  admin = await world.person({ platformAdmin: true });
  await admin.patch('/settings/sign-in', { requireMfa: 'listed' });
});
afterAll(() => world.close());
beforeEach(async () => {
  const { id } = await world.person();
  const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [id]);
  person = { id, email: String(user?.email) };
  await world.inside(() => world.app.get(Passwords).set(id, PASSWORD, { words: [] }));
});

/** Signs in with the cookies of this browser; answers the cookies it gets. */
async function enter(browser = '', password = PASSWORD): Promise<Record<string, string>> {
  const headers: Record<string, string> = browser ? { cookie: browser, 'x-msp': '1' } : {};
  return cookies((await world.nobody().post('/auth/login', { email: person.email, password }, headers)).headers);
}
/** The same, and the mark alone. */
async function signIn(browser = '', password = PASSWORD): Promise<string> {
  return asHeader({ '__Host-dev': (await enter(browser, password))['__Host-dev'] ?? '' });
}
const subjects = async (): Promise<unknown[]> =>
  (await world.sql('SELECT subject FROM mail WHERE recipient = ?', [person.email])).map(({ subject }) => subject);
const arrivals = async (): Promise<number> =>
  (await world.events({ action: 'device.remembered', targetId: person.id })).length;

describe('signing in in a browser nobody knew', () => {
  it('is told to the person by mail, once: afterwards the browser is known', async () => {
    const browser = await signIn();
    expect(await subjects()).toEqual(['Somebody signed in to your ClientSt0r account']);
    await signIn(browser);
    expect(await subjects()).toHaveLength(1);
    expect(await arrivals()).toBe(1);
  });

  it('is told as well when the browser is known to somebody else only', async () => {
    const other = await world.person();
    const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [other.id]);
    const mine = await signIn();
    await world.inside(() => world.app.get(Passwords).set(other.id, PASSWORD, { words: [] }));
    person = { id: other.id, email: String(user?.email) };
    await signIn(mine);
    expect(await subjects()).toHaveLength(1);
  });

  it('is told to neither of two who share a browser once both are known there', async () => {
    const first = person;
    let browser = await signIn();
    const other = await world.person();
    const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [other.id]);
    await world.inside(() => world.app.get(Passwords).set(other.id, PASSWORD, { words: [] }));
    const second = { id: other.id, email: String(user?.email) };
    for (const each of [second, first, second, first]) {
      person = each;
      browser = await signIn(browser);
      expect([each.email, await arrivals()]).toEqual([each.email, 1]);
    }
  });

  it('is told although whoever came in would rather stop the mail: only an administrator can', async () => {
    const session = { cookie: asHeader(await enter()), 'x-msp': '1' };
    const { body } = await world.nobody().get('/jobs', session);
    expect(body.data).toMatchObject([{ name: 'mail.send', cancellable: false, can: { cancel: false } }]);
    const stopped = await world.nobody().delete(`/jobs/${body.data[0].id}`, session);
    expect([stopped.status, stopped.body.code]).toEqual([403, 'job.administrators_only']);
    expect((await admin.delete(`/jobs/${body.data[0].id}`)).body).toMatchObject({ state: 'cancelled' });
  });

  it('is not told when the password was wrong', async () => {
    expect(await signIn('', 'wrong wrong wrong')).toBe('');
    expect([await subjects(), await arrivals()]).toEqual([[], 0]);
  });

  it('floods nobody: three mails a day at once, and every new browser in the log', async () => {
    for (let time = 0; time < 5; time += 1) await signIn();
    expect([await subjects(), await arrivals()]).toMatchObject([{ length: 3 }, 5]);
  });
});
