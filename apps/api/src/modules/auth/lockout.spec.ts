import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHeader, cookies } from '../../../test/signing-in';
import { aWorld, type World } from '../../../test/world';
import { Passwords } from './passwords/passwords';
import { PlaceTrials } from './sign-in/place-trials';
import { Slowdown, type Trial } from './sign-in/slowdown';

const PASSWORD = 'four quiet otters swim';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  // A password alone signs in here, so that each test is about the password.
  const admin = await world.person({ platformAdmin: true });
  await admin.patch('/settings/sign-in', { requireMfa: 'listed' });
});
afterAll(() => world.close());
beforeEach(() => world.sql('DELETE FROM sign_in_slowdown'));

/** Somebody with a password alone, and the cookie of a browser they have signed in with. */
async function somebody(): Promise<{ id: string; email: string; device: string }> {
  const { id } = await world.person();
  const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [id]);
  const email = String(user?.email);
  await world.inside(() => world.app.get(Passwords).set(id, PASSWORD, { words: [] }));
  const answer = await signIn(email);
  expect([answer.status, answer.body.state]).toEqual([200, 'signed_in']);
  const { '__Host-dev': mark = '' } = cookies(answer.headers);
  return { id, email, device: asHeader({ '__Host-dev': mark }) };
}
const signIn = (email: string, cookie?: string, password = PASSWORD) =>
  world.nobody().post('/auth/login', { email, password }, cookie ? { cookie, 'x-msp': '1' } : {});
const statusOf = async (email: string, cookie?: string, password?: string): Promise<number> =>
  (await signIn(email, cookie, password)).status;
const slowdown = () => world.app.get(Slowdown);
/** Wrong guesses at an account from these addresses, one each. */
const hammer = (account: string, addresses: readonly string[], more: Partial<Trial> = {}): Promise<void> =>
  world.inside(async () => {
    for (const ip of addresses) await slowdown().failed({ of: 'password', account, ip, ...more });
  });
const blocked = (account: string, ip: string | null): Promise<boolean> =>
  world.inside(() => slowdown().blocked({ of: 'password', account, ip }));
const many = (count: number, address: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => address(n));

describe('guessing at an account', () => {
  it('L01 from 200 addresses keeps strangers out, and its person gets in on a known device at the first try', async () => {
    const owner = await somebody();
    await hammer(owner.email, [...many(200, (n) => `198.51.${n >> 7}.${n & 127}`), ...many(30, () => '127.0.0.1')]);
    expect(await statusOf(owner.email)).toBe(401);
    expect(await statusOf(owner.email, owner.device, 'wrong wrong wrong')).toBe(401);
    expect(await statusOf(owner.email, owner.device)).toBe(200);
  });

  it('L02 a hundred times turns it off for strangers, for as long as nobody proves to be its person', async () => {
    const owner = await somebody();
    await hammer(
      owner.email,
      many(100, (n) => `203.0.113.${n}`),
    );
    await world.sql('UPDATE sign_in_slowdown SET updated_at = updated_at - INTERVAL 3 DAY');
    expect(await blocked(owner.email, '192.0.2.1')).toBe(true);
    // Counters of addresses are forgotten after two quiet days; this one is not.
    for (let time = 0; time < 6; time += 1) await hammer(owner.email, ['192.0.2.2']);
    expect(await world.sql('SELECT kind, failures FROM sign_in_slowdown ORDER BY failures')).toEqual([
      { kind: 'address', failures: 6 },
      { kind: 'password', failures: 106 },
    ]);
    await world.sql(
      "UPDATE sign_in_slowdown SET blocked_until = blocked_until - INTERVAL 1 DAY WHERE blocked_until < '9999-01-01'",
    );
    expect(await statusOf(owner.email)).toBe(401);
    expect(await statusOf(owner.email, owner.device)).toBe(200);
    expect(await statusOf(owner.email)).toBe(200);
  });

  it('L02 is forgotten when an administrator’s link sets a new password', async () => {
    const owner = await somebody();
    const admin = await world.person({ platformAdmin: true });
    await hammer(
      owner.email,
      many(100, (n) => `203.0.113.${n}`),
    );
    const { body } = await admin.post(`/users/${owner.id}/reset-link`);
    const token = /[\w-]{20,}$/.exec(String(body.link))?.[0];
    const next = 'seven loud herons wade';
    expect((await world.nobody().post(`/auth/links/${token}`, { password: next })).status).toBeLessThan(300);
    expect(await statusOf(owner.email, undefined, next)).toBe(200);
  });

  it('is counted while it is tried only: hammering at an account that waits does not turn it off', async () => {
    const owner = await somebody();
    await hammer(
      owner.email,
      many(6, (n) => `203.0.113.${n}`),
    );
    for (let time = 0; time < 3; time += 1) expect(await statusOf(owner.email)).toBe(401);
    const rows = await world.sql<{ failures: number }>("SELECT failures FROM sign_in_slowdown WHERE kind = 'password'");
    expect(rows).toEqual([{ failures: 6 }]);
  });

  it('in a directory is tried one after the other, so that guesses at once do not lock the account there', async () => {
    let tried = 0;
    const guess = () =>
      world.inside(() => world.app.get(PlaceTrials).run('ines@contoso.example', async () => void (tried += 1)));
    const answers = await Promise.all(many(9, () => '').map(guess));
    expect(answers.every((answer) => answer === undefined)).toBe(true);
    expect(tried).toBe(6);
  });

  it('never closes the way back: links to reset a password wait, and are not turned off', async () => {
    const asked = many(150, (n) => `203.0.113.${n}`);
    await hammer('owner@example.test', asked, { of: 'reset' });
    await hammer('ines', asked, { of: 'directory' });
    const off = 'SELECT kind FROM sign_in_slowdown WHERE blocked_until > UTC_TIMESTAMP(6) + INTERVAL 1 HOUR';
    expect(await world.sql(off)).toEqual([]);
  });

  it('on a known device is counted there alone', async () => {
    const owner = await somebody();
    const [id = ''] = owner.device.replace(/^[^=]*=/, '').split('.');
    await hammer(
      owner.email,
      many(10, () => '127.0.0.1'),
      { device: id },
    );
    expect(await statusOf(owner.email, owner.device, 'wrong wrong wrong')).toBe(401);
    expect(await statusOf(owner.email, owner.device)).toBe(401);
    expect(await statusOf(owner.email)).toBe(200);
  });

  it('is not helped by the mark of another account, of another time or of one’s own making', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    await hammer(
      owner.email,
      many(40, () => '127.0.0.1'),
    );
    const [id, until, mark] = owner.device.replace(/^[^=]*=/, '').split('.');
    for (const forged of [
      other.device,
      `__Host-dev=${id}.${Number(until) + 1}.${mark}`,
      '__Host-dev=a.b.c',
      '__Host-dev=',
    ])
      expect(await statusOf(owner.email, forged), forged).toBe(401);
    expect(await statusOf(owner.email, owner.device)).toBe(200);
  });
});

describe('guessing from many addresses', () => {
  it('L07 of one network is slowed down as if it came from one, and a block of networks a little later', async () => {
    await hammer(
      'one@example.test',
      many(21, (n) => `2001:db8:7:1::${n.toString(16)}:1`),
    );
    expect(await blocked('two@example.test', '2001:db8:7:1:ffff::9')).toBe(true);
    expect(await blocked('two@example.test', '2001:db8:7:2::1')).toBe(false);
    await hammer(
      'one@example.test',
      many(140, (n) => `2001:db8:7:${(n + 16).toString(16)}::1`),
    );
    expect(await blocked('two@example.test', '2001:db8:7:eeee::1')).toBe(true);
    expect(await blocked('two@example.test', '2001:db8:8:1::1')).toBe(false);
  });
});

describe('counters of failed sign-ins', () => {
  it('are seen by administrators, and cleared one by one with an event', async () => {
    const owner = await somebody();
    const admin = await world.person({ platformAdmin: true });
    const addresses = many(30, () => '2001:db8:9:1::5');
    await hammer(owner.email, addresses, { userId: owner.id });
    await hammer(
      owner.email,
      many(70, (n) => `203.0.113.${n}`),
      { userId: owner.id },
    );
    const { body } = await admin.get('/sign-in-counters');
    expect(body).toMatchObject([
      { kind: 'password', userId: owner.id, place: null, failures: 100, until: null },
      { kind: 'address', userId: null, person: null, place: '2001:db8:9:1::/64', failures: 30 },
    ]);
    const graph = await admin.graphql('{ signInCounters { id kind failures person } }');
    expect(graph.body.data.signInCounters).toMatchObject([{ id: body[0].id, failures: 100 }, { kind: 'address' }]);
    expect((await world.nobody().get('/sign-in-counters')).status).toBe(401);
    expect((await (await world.person()).delete(`/sign-in-counters/${body[0].id}`)).status).toBe(403);
    expect((await admin.delete('/sign-in-counters/none')).status).toBe(404);
    expect((await admin.delete(`/sign-in-counters/${body[0].id}`)).status).toBe(204);
    expect(await statusOf(owner.email)).toBe(200);
    const [event] = await world.events({ action: 'user.counter_cleared' });
    expect(event).toMatchObject({
      target_id: owner.id,
      actor_id: admin.id,
      details: { kind: 'password', failures: 100 },
    });
  });
});
