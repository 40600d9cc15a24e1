import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { afterRestore } from '../../../platform/database';
import { asHeader, cookies } from '../../../../test/signing-in';
import type { Person, World } from '../../../../test/world';
import { PASSWORD, PostedWorld, linkOf, type Owner } from './email-change.fixture';

const NEXT = 'seven quiet otters swim';
const PASSKEY = `INSERT INTO user_passkey (id, user_id, name, credential_id, public_key, counter, transports, synced, created_at)
  VALUES (UUID(), ?, 'Phone', ?, 'key', 0, '[]', 0, NOW(6))`;

let post: PostedWorld;
let world: World;
let admin: Person;
let owner: Owner;
let fresh: string;
beforeAll(async () => {
  post = await PostedWorld.open();
  ({ world, admin } = post);
});
afterAll(() => post?.close());
beforeEach(async () => {
  owner = await post.owner();
  fresh = post.free();
});

const refused = async (token: string) => {
  const { status, body } = await owner.post(linkOf(token));
  return [status, body.code];
};

describe('A10 a proof for changing the address', () => {
  it('is at most five minutes old', async () => {
    const stale = await post.owner({ signedInMinutesAgo: 6 });
    const { status, body } = await stale.post('/me/email-change', { email: fresh });
    expect([status, body.code, body.params]).toEqual([
      403,
      'step_up.required',
      { class: 'factor', maxAgeSeconds: 300 },
    ]);
    expect(await post.lettersTo(fresh)).toEqual([]);
  });

  it('holds the password, also of whoever has just come in with a passkey alone', async () => {
    await world.sql('UPDATE session SET amr = ? WHERE id = ?', [JSON.stringify(['passkey', 'mfa']), owner.sessionId]);
    const first = await owner.post('/me/email-change', { email: fresh });
    expect([first.status, first.body.code]).toEqual([403, 'step_up.required']);
    const wrong = await owner.post('/auth/step-up', { class: 'factor', password: 'not the password' });
    expect(wrong.body.errors[0].pointer).toBe('/password');
    expect((await owner.post('/auth/step-up', { class: 'factor', password: PASSWORD })).status).toBe(204);
    expect((await owner.post('/me/email-change', { email: fresh })).status).toBe(201);
  });

  it('holds the second factor as well, where there is one', async () => {
    const stale = await post.owner({ signedInMinutesAgo: 6 });
    await world.sql(PASSKEY, [stale.id, 'two']);
    const { status, body } = await stale.post('/auth/step-up', { class: 'factor', password: PASSWORD });
    expect([status, body.errors[0].pointer]).toEqual([400, '/passkey']);
    expect((await stale.post('/me/email-change', { email: fresh })).body.code).toBe('step_up.required');
  });
});

describe('A13 an address that is somebody else’s', () => {
  it('is answered like any other; only its own mailbox learns that it has an account', async () => {
    const other = await post.owner();
    const spelled = other.email.replace('p', 'P');
    const asker = await post.owner();
    const mails = async () => Number((await world.sql<{ n: number }>('SELECT COUNT(*) AS n FROM mail'))[0]?.n);
    const before = await mails();
    const free = await owner.post('/me/email-change', { email: fresh });
    const taken = await asker.post('/me/email-change', { email: spelled });
    const same = ({ status, body }: typeof free, email: string) =>
      JSON.stringify([status, body])
        .replaceAll(email, 'x')
        .replaceAll(/\d{4}-[\d-]+T[\d:.]+Z/g, 't');
    expect(same(taken, spelled)).toBe(same(free, fresh));
    expect(await mails()).toBe(before + 4);
    const jobs = async (one: Person) =>
      ((await one.get('/jobs')).body.data as { name: string; state: string }[]).map(({ name, state }) => [name, state]);
    expect(await jobs(asker)).toEqual(await jobs(owner));
    const [letter] = await post.lettersTo(spelled);
    expect(letter?.subject).toBe('This e-mail address has a ClientSt0r account already');
    expect([letter?.token, letter?.text.includes(asker.name)]).toEqual(['', false]);
    const recorded = await world.events({ targetId: asker.id, action: 'user.email_change_asked' });
    expect(recorded[0]?.['details']).toEqual({ email: spelled });
  });

  it('since it was asked for is refused at the end, whoever asked first', async () => {
    const rival = await post.owner();
    const [mine, theirs] = [await post.asked(owner, fresh), await post.asked(rival, fresh)];
    expect((await rival.post(linkOf(theirs.confirm))).status).toBe(204);
    expect(await refused(mine.confirm)).toEqual([409, 'email.taken']);
    expect(await post.emailOf(owner)).toBe(owner.email);
  });
});

describe('a link that was mailed to the wrong person', () => {
  it('changes nothing without a session of the account, so that a typing error is no take-over', async () => {
    const { confirm } = await post.asked(owner, fresh);
    expect((await world.nobody().post(linkOf(confirm))).status).toBe(401);
    const stranger = await post.owner();
    const { status, body } = await stranger.post(linkOf(confirm));
    expect([status, body.code]).toEqual([403, 'email_change.other_account']);
    expect([await post.emailOf(owner), await post.emailOf(stranger)]).toEqual([owner.email, stranger.email]);
    expect((await owner.post(linkOf(confirm))).status).toBe(204);
  });
});

describe('a change somebody else may have asked for', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a new password', async () => must(await owner.post('/auth/password', { current: PASSWORD, next: NEXT }))],
    ['a password set with a reset link', () => resetPassword()],
    ['a new passkey', () => world.sql(PASSKEY, [owner.id, `new ${owner.id}`])],
    ['a new authenticator', () => anAuthenticator()],
    ['a disabled account, enabled again', () => disabledForAWhile()],
    [
      'a day that has passed',
      () => world.sql('UPDATE email_change SET expires_at = NOW(6) WHERE user_id = ?', [owner.id]),
    ],
  ])('dies with %s', async (_, act) => {
    const { confirm, stop } = await post.asked(owner, fresh);
    await act();
    await world.sql('UPDATE session SET revoked_at = NULL WHERE id = ?', [owner.sessionId]);
    expect((await owner.get('/me/email-change')).body.pending).toBeNull();
    expect(await refused(confirm)).toEqual([410, 'email_change.gone']);
    expect((await world.nobody().get(linkOf(stop))).status).toBe(410);
    expect(await post.emailOf(owner)).toBe(owner.email);
  });

  it('dies with second factors an administrator takes away', async () => {
    await world.sql(PASSKEY, [owner.id, `lost ${owner.id}`]);
    const { confirm } = await post.asked(owner, fresh);
    must(await admin.post(`/users/${owner.id}/reset-mfa`));
    await world.sql('UPDATE session SET revoked_at = NULL WHERE id = ?', [owner.sessionId]);
    expect(await refused(confirm)).toEqual([410, 'email_change.gone']);
  });

  it('is gone with an account that leaves, and from an older state of the database', async () => {
    const kept = async () => (await world.sql('SELECT 1 FROM email_change WHERE user_id = ?', [owner.id])).length;
    await post.asked(owner, fresh);
    must(await admin.post(`/users/${owner.id}/offboarding`));
    expect(await kept()).toBe(0);
    expect(afterRestore()).toContain('DELETE FROM email_change');
  });
});

describe('whoever wants to flood mailboxes', () => {
  it('causes three changes at once, and then waits', async () => {
    for (const _ of [1, 2, 3]) must(await owner.post('/me/email-change', { email: `${_}.${fresh}` }));
    const { status, body, headers } = await owner.post('/me/email-change', { email: fresh });
    expect([status, body.code, Number(headers['retry-after']) > 3600]).toEqual([429, 'email.too_many', true]);
    expect(String(headers['ratelimit-policy'])).toContain('"email.changes";q=5');
    expect(await post.lettersTo(fresh)).toEqual([]);
  });

  it('gets five mails into one mailbox, with however many accounts', async () => {
    const crowd = await Promise.all(Array.from({ length: 6 }, () => post.owner()));
    const answers: number[] = [];
    for (const each of crowd) answers.push((await each.post('/me/email-change', { email: fresh })).status);
    expect(answers).toEqual([201, 201, 201, 201, 201, 429]);
    expect(await post.lettersTo(fresh)).toHaveLength(5);
  });
});

describe('a browser the person is known in', () => {
  it('stays known under the new address, and strangers keep its person out of neither', async () => {
    const first = await world.nobody().post('/auth/login', { email: owner.email, password: PASSWORD });
    const device = asHeader({ '__Host-dev': cookies(first.headers)['__Host-dev'] ?? '' });
    const { confirm } = await post.asked(owner, fresh);
    must(await owner.post(linkOf(confirm)));
    for (let guess = 0; guess < 8; guess += 1)
      await world.nobody().post('/auth/login', { email: fresh, password: `guess number ${guess}` });
    const again = await world
      .nobody()
      .post('/auth/login', { email: fresh, password: PASSWORD }, { cookie: device, 'x-msp': '1' });
    expect(again.status).toBe(200);
    expect(await world.events({ targetId: owner.id, action: 'device.remembered' })).toHaveLength(1);
  });
});

function must({ status, text }: { status: number; text: string }): void {
  if (status >= 300) throw new Error(text);
}

async function resetPassword(): Promise<void> {
  await world.nobody().post('/auth/reset-requests', { email: owner.email });
  const letter = (await post.lettersTo(owner.email)).find(({ subject }) => subject.includes('new password'));
  const token = /\/reset\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
  must(await world.nobody().post(`/auth/links/${token}`, { password: NEXT }));
}

async function anAuthenticator(): Promise<void> {
  must(await owner.post('/auth/totp/enrolment'));
  await world.sql("UPDATE user_totp SET state = 'active' WHERE user_id = ?", [owner.id]);
}

async function disabledForAWhile(): Promise<void> {
  for (const state of ['disabled', 'active']) must(await admin.patch(`/users/${owner.id}`, { state }));
}
