import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHeader, cookies } from '../../../../test/signing-in';
import { aWorld, type Person, type World } from '../../../../test/world';
import { Caller, type Answer } from '../../../../test/caller';
import { createApp } from '../../../create-app';
import { Passwords } from '../passwords/passwords';
import { AttackWatch } from './attack-watch';
import { SignInPressure } from './sign-in-pressure';
import { WorkChallenges, type Work } from './work-challenges';
import { solves } from './work-puzzle';

const PASSWORD = 'four quiet otters swim';
const EASY = 6;

let world: World;
let admin: Person;
beforeAll(async () => {
  world = await aWorld();
  admin = await world.person({ platformAdmin: true });
  await admin.patch('/settings/sign-in', { requireMfa: 'listed' });
});
afterAll(() => world.close());
beforeEach(async () => {
  // What the test before counted is not written into this one.
  await settle();
  for (const table of ['sign_in_slowdown', 'sign_in_pressure', 'sign_in_attack'])
    await world.sql(`DELETE FROM ${table}`);
  // Everybody here comes from one address, of which puzzles are counted once a minute.
  world.app.get(SignInPressure)['heard'].of.clear();
  await look();
});

const look = () => world.app.get(AttackWatch).look();
const settle = () => world.app.get(SignInPressure).settle();
/** So many failures of all nodes, this minute or some minutes ago. */
const failures = (count: number, minutesAgo = 0): Promise<unknown> =>
  world.sql(
    'INSERT INTO sign_in_pressure VALUES (UNIX_TIMESTAMP() DIV 60 - ?, ?, 0, 0, 0) ON DUPLICATE KEY UPDATE failures = VALUES(failures)',
    [minutesAgo, count],
  );
/** Everything that is kept moves into the past. */
const later = async (minutes: number): Promise<void> => {
  await world.sql('UPDATE sign_in_pressure SET minute = minute - ? ORDER BY minute', [minutes]);
  await world.sql('UPDATE sign_in_attack SET last_over_at = last_over_at - INTERVAL ? MINUTE WHERE open = 1', [
    minutes,
  ]);
};
const attacked = async (): Promise<void> => {
  await failures(500);
  expect(await look()).toMatchObject({ underAttack: true });
};
const solved = (challenge: string, bits: number): Work => {
  for (let answer = 0; ; answer += 1) if (solves(challenge, answer, bits)) return { challenge, answer };
};
const workFor = (answer: Answer): Work => solved(answer.body.params.challenge, answer.body.params.bits);
/** A puzzle of ours that costs a test nothing. */
const easyWork = (ip = '127.0.0.1'): Work => solved(world.app.get(WorkChallenges).make(ip, EASY), EASY);

async function somebody(): Promise<{ id: string; email: string }> {
  const { id } = await world.person();
  const [user] = await world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [id]);
  await world.inside(() => world.app.get(Passwords).set(id, PASSWORD, { words: [] }));
  return { id, email: String(user?.email) };
}
const signIn = (email: string, { work, cookie, password = PASSWORD }: Brought = {}) =>
  world.nobody().post('/auth/login', { email, password, work }, cookie ? { cookie, 'x-msp': '1' } : {});
type Brought = { work?: Work; cookie?: string; password?: string };

describe('guessing over the whole installation', () => {
  it('is answered with a puzzle on unknown devices, whether there is such an account or not', async () => {
    const { email } = await somebody();
    await attacked();
    const [known, unknown] = [await signIn(email), await signIn('nobody@example.test')];
    for (const answer of [known, unknown]) {
      expect(answer.status).toBe(428);
      const { params, requestId: _id, ...rest } = answer.body;
      expect(rest).toMatchObject({ code: 'auth.work_needed', retryable: true });
      expect(params).toEqual({
        challenge: expect.stringMatching(/^[\w-]{71}$/),
        bits: 15,
        bytes: 16384,
        expiresInSeconds: 120,
      });
    }
    const { challenge: _a, ...one } = known.body.params;
    const { challenge: _b, ...other } = unknown.body.params;
    expect(one).toEqual(other);
    expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
    expect((await signIn(email, { work: workFor(known) })).body).toEqual({ state: 'signed_in' });
    expect((await signIn('nobody@example.test', { work: easyWork() })).status).toBe(401);
  });

  it('asks nobody whose device is known, and nobody with the device of another account', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    const deviceOf = async ({ email }: { email: string }) =>
      asHeader({ '__Host-dev': cookies((await signIn(email)).headers)['__Host-dev'] ?? '' });
    const [own, foreign] = [await deviceOf(owner), await deviceOf(other)];
    await attacked();
    expect((await signIn(owner.email, { cookie: own })).status).toBe(200);
    expect((await signIn(owner.email, { cookie: own, password: 'wrong wrong wrong' })).status).toBe(401);
    expect((await signIn(owner.email, { cookie: foreign })).status).toBe(428);
  });

  it('asks programs as well, and neither passkeys nor connections', async () => {
    const { email } = await somebody();
    await attacked();
    const token = (work?: Work) => world.nobody().post('/auth/token', { email, password: PASSWORD, work });
    const refused = await token();
    expect([refused.status, refused.body.code]).toEqual([428, 'auth.work_needed']);
    expect((await token(easyWork())).body).toHaveProperty('accessToken');
    expect((await world.nobody().post('/auth/passkeys/challenge', {})).status).not.toBe(428);
    expect((await world.nobody().post('/auth/connections/lookup', { email })).status).toBe(200);
  });

  it('is not even asked for the password while the puzzle is not solved', async () => {
    const { email, id } = await somebody();
    await attacked();
    for (let time = 0; time < 8; time += 1) await signIn(email, { password: 'wrong wrong wrong' });
    expect(await world.sql('SELECT * FROM sign_in_slowdown')).toEqual([]);
    expect(await world.events({ action: 'session.sign_in_failed', targetId: id })).toEqual([]);
  });
});

describe('the answer to a puzzle', () => {
  it('is good once, also for two at the same time', async () => {
    const { email } = await somebody();
    await attacked();
    const work = easyWork();
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(email, { work })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 428, 428, 428]);
  });

  it('is worth nothing when it is wrong, late, from another address or of one’s own making', async () => {
    const { email } = await somebody();
    await attacked();
    const challenges = world.app.get(WorkChallenges);
    const { challenge, answer } = easyWork();
    const wrong = [...Array(200).keys()].find((n) => !solves(challenge, n, EASY)) ?? 0;
    const bytes = Buffer.from(challenge, 'base64url');
    const easier = Buffer.from(bytes).fill(0, 20, 21).toString('base64url');
    const longer = Buffer.from(bytes).fill(255, 16, 20).toString('base64url');
    for (const work of [
      { challenge, answer: wrong },
      easyWork('192.0.2.1'),
      { challenge: easier, answer },
      { challenge: longer, answer: solved(longer, EASY).answer },
      { challenge: 'AAAA', answer },
    ]) {
      const refused = await signIn(email, { work });
      expect([refused.status, refused.body.code], JSON.stringify(work)).toEqual([428, 'auth.work_needed']);
    }
    expect((await signIn(email, { work: { challenge, answer } })).status).toBe(200);
    const network = easyWork('2001:db8:1:1::1');
    expect(await world.inside(() => challenges.spend(network, '2001:db8:1:2::1'))).toBe(false);
    expect(await world.inside(() => challenges.spend(network, '2001:db8:1:1:ffff::2'))).toBe(true);
  });

  it('is worth nothing after two minutes', async () => {
    const made = Date.now() - 121_000;
    const { now } = Date;
    Date.now = () => made;
    const work = easyWork();
    Date.now = now;
    expect(await world.inside(() => world.app.get(WorkChallenges).spend(work, '127.0.0.1'))).toBe(false);
  });

  it('is named where it is no answer at all, and ignored where none is needed', async () => {
    const { email } = await somebody();
    const odd = await world
      .nobody()
      .post('/auth/login', { email, password: PASSWORD, work: { challenge: '', answer: -1 } });
    expect([odd.status, odd.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      expect.arrayContaining(['/work/answer']),
    ]);
    expect((await signIn(email, { work: { challenge: 'AAAA', answer: 1 } })).status).toBe(200);
  });
});

describe('an attack', () => {
  it('begins with more than a hundred failures a minute over all nodes, and is told once', async () => {
    await failures(90);
    expect(await look()).toMatchObject({ underAttack: false, limit: 100 });
    await failures(500);
    const outlooks = await Promise.all([look(), look(), look()]);
    expect(outlooks.every(({ underAttack }) => underAttack)).toBe(true);
    const events = await world.events({ action: 'sign_in_attack.began' });
    const [attack] = await world.sql<{ id: string }>('SELECT id FROM sign_in_attack');
    expect(events.filter(({ target_id }) => target_id === attack?.id)).toMatchObject([
      { category: 'security', details: { limitPerMinute: 100 } },
    ]);
  });

  it('is measured by what a week brought: five times as much, past attacks left out', async () => {
    await failures(10_080 * 40, 60);
    await failures(180);
    expect(await look()).toMatchObject({ underAttack: false, limit: 200 });
    await world.sql('UPDATE sign_in_pressure SET attacked = 1 WHERE failures > 1000');
    expect(await look()).toMatchObject({ underAttack: true, limit: 100 });
  });

  it('counts wrong passwords that were tried, here and nowhere else', async () => {
    const { email } = await somebody();
    for (let time = 0; time < 8; time += 1) await signIn(email, { password: 'wrong wrong wrong' });
    await settle();
    // Six were tried, and two had to wait.
    expect(await world.sql('SELECT SUM(failures) AS n FROM sign_in_pressure')).toMatchObject([{ n: '6' }]);
  });

  it('counts no passkey, which nobody can guess, and of one address one unsolved puzzle a minute', async () => {
    const passkey = { id: 'e30', clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' };
    for (let time = 0; time < 3; time += 1)
      expect((await world.nobody().post('/auth/passkeys/sign-in', { passkey })).status).toBe(401);
    await attacked();
    const { email } = await somebody();
    for (let time = 0; time < 30; time += 1) expect((await signIn(email)).status).toBe(428);
    await settle();
    const [sums] = await world.sql<Record<string, string>>(
      'SELECT SUM(failures) AS failures, SUM(asked) AS asked FROM sign_in_pressure',
    );
    expect(sums?.['failures']).toBe('500');
    expect(Number(sums?.['asked'])).toBeLessThan(3);
  });

  it('goes on while puzzles are left unsolved, and ends ten quiet minutes later with one event', async () => {
    await attacked();
    const { email } = await somebody();
    await signIn(email);
    await signIn(email, { work: easyWork() });
    await settle();
    await later(9);
    await world.sql('INSERT INTO sign_in_pressure VALUES (UNIX_TIMESTAMP() DIV 60, 0, 900, 10, 1)');
    expect(await look()).toMatchObject({ underAttack: true });
    await later(9);
    expect(await look()).toMatchObject({ underAttack: true, rate: 0 });
    await later(2);
    expect(await look()).toMatchObject({ underAttack: false });
    await Promise.all([look(), look()]);
    const [attack] = await world.sql<{ id: string; open: null }>('SELECT * FROM sign_in_attack');
    expect(attack?.open).toBeNull();
    const ended = await world.events({ action: 'sign_in_attack.ended' });
    expect(ended.filter(({ target_id }) => target_id === attack?.id)).toMatchObject([
      { details: { asked: 1, answered: 1 } },
    ]);
    expect((await signIn(email)).status).toBe(200);
  });

  it('is one for all nodes: told once, and a puzzle of one is solved at another, once', async () => {
    const other = await createApp({ settings: world.settings, guests: [] });
    try {
      const there = new Caller(other, {});
      const { email } = await somebody();
      await failures(500);
      const looks = await Promise.all([look(), other.get(AttackWatch).look()]);
      expect(looks.map(({ underAttack }) => underAttack)).toEqual([true, true]);
      expect(await world.sql('SELECT COUNT(*) AS n FROM sign_in_attack')).toMatchObject([{ n: 1 }]);
      const asked = await there.post('/auth/login', { email, password: PASSWORD });
      expect(asked.status).toBe(428);
      const work = workFor(asked);
      expect((await signIn(email, { work })).status).toBe(200);
      expect((await there.post('/auth/login', { email, password: PASSWORD, work })).status).toBe(428);
      for (let time = 0; time < 20; time += 1) {
        for (const node of [world.app, other])
          for (const kind of ['asked', 'answered'] as const) node.get(SignInPressure).count(kind);
        await Promise.all([settle(), other.get(SignInPressure).settle()]);
      }
      const [sums] = await world.sql<Record<string, string>>(
        'SELECT SUM(asked) AS asked, SUM(answered) AS answered FROM sign_in_pressure',
      );
      expect(sums?.['answered']).toBe('41');
      // The second question of one minute is not counted, that of the next one is.
      expect(['41', '42']).toContain(sums?.['asked']);
    } finally {
      await other.close();
    }
  });

  it('is shown to administrators, and to nobody else', async () => {
    await attacked();
    const { body } = await admin.get('/sign-in-pressure');
    expect(body).toMatchObject({ underAttack: true, limitPerMinute: 100, attacks: [{ endedAt: null, asked: 0 }] });
    expect(body.failuresPerMinute).toBeGreaterThan(100);
    const graph = await admin.graphql('{ signInPressure { underAttack attacks { id peakPerMinute } } }');
    expect(graph.body.data.signInPressure).toMatchObject({ underAttack: true, attacks: [{ id: body.attacks[0].id }] });
    expect((await (await world.person()).get('/sign-in-pressure')).status).toBe(403);
    expect((await world.nobody().get('/sign-in-pressure')).status).toBe(401);
  });
});
