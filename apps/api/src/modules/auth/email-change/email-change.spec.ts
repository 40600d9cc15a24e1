import { tokenHash } from '@st0r/crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../../test/world';
import { BROWSER, PASSWORD, PostedWorld, linkOf, type Owner } from './email-change.fixture';

const DAY_MS = 86_400_000;

let post: PostedWorld;
let world: World;
let owner: Owner;
let fresh: string;
beforeAll(async () => {
  post = await PostedWorld.open();
  ({ world } = post);
});
afterAll(() => post?.close());
beforeEach(async () => {
  owner = await post.owner();
  fresh = post.free();
});

const signIn = async (email: string) =>
  (await world.nobody().post('/auth/login', { email, password: PASSWORD })).status;
const events = async () =>
  (await world.events({ targetId: owner.id }))
    .filter(({ action }) => String(action).startsWith('user.email'))
    .map(({ action, details }) => [action, details]);

describe('changing one’s own e-mail address', () => {
  it('changes nothing before it is confirmed; looking at the link uses nothing up, and confirming works once', async () => {
    const { confirm, stop } = await post.asked(owner, fresh);
    expect(await post.emailOf(owner)).toBe(owner.email);
    const { pending, closed } = (await owner.get('/me/email-change')).body;
    expect([pending.email, closed]).toEqual([fresh, null]);
    expect(Math.round((Date.parse(pending.expiresAt) - Date.parse(pending.askedAt)) / DAY_MS)).toBe(1);
    for (const _ of [1, 2])
      expect((await world.nobody().get(linkOf(confirm))).body).toMatchObject({ kind: 'confirm', email: fresh });
    expect((await world.nobody().get(linkOf(stop))).body).toMatchObject({ kind: 'stop', email: fresh });
    expect([await signIn(owner.email), await signIn(fresh)]).toEqual([200, 401]);

    expect((await owner.post(linkOf(confirm))).status).toBe(204);
    expect((await owner.get('/me')).body.email).toBe(fresh);
    expect([await signIn(owner.email), await signIn(fresh)]).toEqual([401, 200]);
    const again = await owner.post(linkOf(confirm));
    expect([again.status, again.body.code]).toEqual([410, 'email_change.gone']);
    expect((await world.nobody().delete(linkOf(stop))).status).toBe(410);
    expect((await owner.get('/me/email-change')).body).toEqual({ pending: null, closed: null });
    expect(await events()).toEqual([
      ['user.email_change_asked', { email: fresh }],
      ['user.email_changed', { from: owner.email, to: fresh }],
    ]);
  });

  it('tells the old mailbox who asked from where and how to stop it, and the new one no name', async () => {
    await post.asked(owner, fresh);
    const [toOld] = await post.lettersTo(owner.email);
    expect(toOld?.subject).toBe('Somebody wants to change the e-mail address of your ClientSt0r account');
    expect(toOld?.text).toContain(`Hello ${owner.name}`);
    expect(toOld?.text).toContain(
      `to ${fresh} was asked for. It came from the address 127.0.0.1, with Firefox on Linux.`,
    );
    const [toNew] = await post.lettersTo(fresh);
    expect(toNew?.subject).toBe('Confirm your new e-mail address for ClientSt0r');
    for (const word of [owner.name, owner.email]) expect(toNew?.text).not.toContain(word);
  });

  it('tells both mailboxes when it has happened', async () => {
    const { confirm } = await post.asked(owner, fresh);
    await owner.post(linkOf(confirm), undefined, { 'user-agent': BROWSER });
    for (const mailbox of [owner.email, fresh]) {
      const letter = (await post.lettersTo(mailbox)).at(-1);
      expect(letter?.subject).toBe('The e-mail address of your ClientSt0r account was changed');
      expect(letter?.text).toContain(`from ${owner.email} to ${fresh}`);
    }
  });

  it('keeps hashes of the links only', async () => {
    const { confirm, stop } = await post.asked(owner, fresh);
    const [row] = await world.sql<Record<string, Buffer>>('SELECT * FROM email_change WHERE user_id = ?', [owner.id]);
    expect([row?.['confirm_hash'], row?.['stop_hash']]).toEqual([tokenHash(confirm), tokenHash(stop)]);
  });

  it('ends all other sessions and reset links, and keeps the present session', async () => {
    const other = await world.nobody().post('/auth/token', { email: owner.email, password: PASSWORD });
    const bearer = { authorization: `Bearer ${String(other.body.accessToken)}` };
    expect((await world.nobody().get('/me', bearer)).status).toBe(200);
    await world.nobody().post('/auth/reset-requests', { email: owner.email });
    const reset = await resetToken(owner.email);
    const { confirm } = await post.asked(owner, fresh);
    expect((await world.nobody().get(`/auth/links/${reset}`)).status).toBe(200);
    await owner.post(linkOf(confirm));
    expect((await world.nobody().get('/me', bearer)).status).toBe(401);
    expect((await owner.get('/me')).status).toBe(200);
    expect((await world.nobody().get(`/auth/links/${reset}`)).status).toBe(410);
  });

  it('works with the last links only: asking anew kills those of before', async () => {
    const first = await post.asked(owner, fresh);
    const second = await post.asked(owner, `other.${fresh}`);
    expect([await statusOf(first.confirm), await statusOf(first.stop)]).toEqual([410, 410]);
    expect([await statusOf(second.confirm), await statusOf(second.stop)]).toEqual([200, 200]);
  });

  it('is cancelled on the page, and by the link in the old mailbox without a session', async () => {
    const first = await post.asked(owner, fresh);
    expect((await owner.delete('/me/email-change')).status).toBe(204);
    expect([await statusOf(first.confirm), await statusOf(first.stop)]).toEqual([410, 410]);
    expect((await owner.delete('/me/email-change')).body.code).toBe('email_change.not_found');
    const second = await post.asked(owner, fresh);
    expect((await world.nobody().delete(linkOf(second.stop))).status).toBe(204);
    expect((await owner.post(linkOf(second.confirm))).status).toBe(410);
    expect((await events()).filter(([action]) => action === 'user.email_change_cancelled')).toEqual([
      ['user.email_change_cancelled', { email: fresh, by: 'self' }],
      ['user.email_change_cancelled', { email: fresh, by: 'link', ip: '127.0.0.1' }],
    ]);
    expect(await post.emailOf(owner)).toBe(owner.email);
  });

  it('does with each link what that mailbox may: the new one does not stop, the old one does not confirm', async () => {
    const { confirm, stop } = await post.asked(owner, fresh);
    expect((await owner.post(linkOf(stop))).status).toBe(410);
    expect((await world.nobody().delete(linkOf(confirm))).status).toBe(410);
    expect((await owner.post(linkOf(confirm))).status).toBe(204);
  });

  it('of two confirmations at once takes one', async () => {
    const { confirm } = await post.asked(owner, fresh);
    const answers = await Promise.all([1, 2, 3].map(() => owner.post(linkOf(confirm))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 410, 410]);
  });
});

describe('somebody without a mail server', () => {
  it('reads why their address cannot be changed, and who can help', async () => {
    const other = await aWorld();
    const person = await other.person();
    const { Passwords } = await import('../passwords/passwords');
    await other.inside(() => other.app.get(Passwords).set(person.id, PASSWORD, { words: [] }));
    const refused = await person.post('/me/email-change', { email: fresh });
    const { closed } = (await person.get('/me/email-change')).body;
    await other.close();
    expect([refused.status, refused.body.code]).toEqual([409, 'email.mail_needed']);
    expect(refused.body.detail).toContain('An administrator sets one under Administration, Mail');
    expect(closed).toBe(refused.body.detail);
  });
});

describe('a new address', () => {
  it.each([
    ['no address', 'nobody'],
    ['two of them', 'a@one.test,b@two.test'],
    ['a name with an address', 'Ann <ann@one.test>'],
    ['an address inside another', 'x<v@one.test>@two.test'],
    ['letters that look like others', 'ann@exаmple.test'],
    ['letters the database takes for others', 'änn@example.test'],
    ['a line break', 'ann@example.test\nBcc: b@two.test'],
    ['nothing', ''],
    ['too much', `${'a'.repeat(250)}@one.test`],
  ])('that is %s is refused at its field', async (_, email) => {
    const { status, body } = await owner.post('/me/email-change', { email });
    expect([status, body.errors[0].pointer]).toEqual([400, '/email']);
    expect(await post.lettersTo(email)).toEqual([]);
  });

  it('is another one than the present, in whatever case', async () => {
    const { status, body } = await owner.post('/me/email-change', { email: owner.email.toUpperCase() });
    expect([status, body.errors[0]]).toEqual([400, expect.objectContaining({ pointer: '/email', code: 'same' })]);
  });
});

async function statusOf(token: string): Promise<number> {
  return (await world.nobody().get(linkOf(token))).status;
}

async function resetToken(mailbox: string): Promise<string> {
  const letter = (await post.lettersTo(mailbox)).find(({ subject }) => subject.includes('new password'));
  return /\/reset\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
}
