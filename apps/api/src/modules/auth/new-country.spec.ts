import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countryFile } from '../../../../../tools/mmdb/country-file.mjs';
import { asHeader, cookies } from '../../../test/signing-in';
import { aWorld, type World } from '../../../test/world';
import { Passwords } from './passwords/passwords';

const PASSWORD = 'nine loud herons wade';
const GB = '81.2.69.160';
const US = '216.160.83.56';
const FR = '2.2.2.2';
const NOWHERE = '198.51.100.9';
const OFFICE = '10.20.30.40';
const BROWSER = 'Somebody signed in to your ClientSt0r account';
const COUNTRY = 'Somebody signed in to your ClientSt0r account from';

let world: World;
let person: { id: string; email: string };
beforeAll(async () => {
  world = await aWorld({ SMTP_URL: 'smtp://127.0.0.1:9', TRUSTED_PROXIES: '127.0.0.1' });
  const admin = await world.person({ platformAdmin: true });
  await admin.patch('/settings/sign-in', { requireMfa: 'listed' });
  const content = countryFile({
    '81.2.69.0/24': { country: 'GB', registered: 'GB' },
    '216.160.83.0/24': { country: 'US', registered: 'US' },
    '2.2.2.0/24': { country: 'FR', registered: 'FR' },
  });
  expect((await admin.upload('/perimeter/country-database', { name: 'x.mmdb', content })).status).toBeLessThan(300);
});
afterAll(() => world.close());
beforeEach(async () => {
  const { id } = await world.person();
  const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [id]);
  person = { id, email: String(user?.email) };
  await world.inside(() => world.app.get(Passwords).set(id, PASSWORD, { words: [] }));
});

/** Signs in from an address; answers the mark of the browser. */
async function signIn(address: string, browser = ''): Promise<string> {
  const headers = { 'x-forwarded-for': address, ...(browser ? { cookie: browser, 'x-msp': '1' } : {}) };
  const answer = await world.nobody().post('/auth/login', { email: person.email, password: PASSWORD }, headers);
  expect(answer.status).toBe(200);
  return asHeader({ '__Host-dev': cookies(answer.headers)['__Host-dev'] ?? '' });
}
const subjects = async (): Promise<string[]> =>
  (
    await world.sql<{ subject: string }>('SELECT subject FROM mail WHERE recipient = ? ORDER BY created_at, id', [
      person.email,
    ])
  ).map(({ subject }) => subject);
const newCountries = async (): Promise<unknown[]> =>
  (await world.events({ action: 'session.country_new', targetId: person.id })).map(({ details }) => details);

describe('signing in from a country the account was not signed in from lately', () => {
  it('is told by mail, once; the country an account begins with is not', async () => {
    const browser = await signIn(GB);
    expect(await subjects()).toEqual([BROWSER]);
    await signIn(US, browser);
    expect(await subjects()).toEqual([BROWSER, `${COUNTRY} United States`]);
    await signIn(US, browser);
    await signIn(GB, browser);
    expect([await subjects(), await newCountries()]).toMatchObject([{ length: 2 }, [{ country: 'US' }]]);
  });

  it('is told in one mail where the browser was not known either', async () => {
    await signIn(GB);
    await signIn(FR);
    expect(await subjects()).toEqual([BROWSER, `${COUNTRY} France`]);
  });

  it('is told again after ninety days, and not before', async () => {
    const browser = await signIn(GB);
    const seen = (country: string, days: number) =>
      world.sql('INSERT INTO sign_in_country (user_id, country, last_seen_at) VALUES (?, ?, NOW(6) - INTERVAL ? DAY)', [
        ...[person.id, country, days],
      ]);
    await seen('US', 89);
    await seen('FR', 91);
    await signIn(US, browser);
    expect(await subjects()).toEqual([BROWSER]);
    await signIn(FR, browser);
    expect(await subjects()).toEqual([BROWSER, `${COUNTRY} France`]);
  });

  it('never is, where nobody can say which country it is: private and unknown addresses', async () => {
    const browser = await signIn(GB);
    for (const address of [OFFICE, NOWHERE, '::1']) await signIn(address, browser);
    expect([await subjects(), await newCountries()]).toEqual([[BROWSER], []]);
    const kept = await world.sql('SELECT country FROM sign_in_country WHERE user_id = ?', [person.id]);
    expect(kept).toEqual([{ country: 'GB' }]);
  });

  it('is told of programs that sign in as the person, too', async () => {
    await signIn(GB);
    const body = { email: person.email, password: PASSWORD };
    const { status } = await world.nobody().post('/auth/token', body, { 'x-forwarded-for': FR });
    expect([status, await subjects()]).toEqual([200, [BROWSER, `${COUNTRY} France`]]);
  });

  it('floods nobody: one mail a day for an account and a country, and every time in the log', async () => {
    const browser = await signIn(GB);
    for (let time = 0; time < 3; time += 1) {
      await signIn(US, browser);
      await world.sql("DELETE FROM sign_in_country WHERE user_id = ? AND country = 'US'", [person.id]);
    }
    expect([await subjects(), await newCountries()]).toMatchObject([{ length: 2 }, { length: 3 }]);
  });
});
