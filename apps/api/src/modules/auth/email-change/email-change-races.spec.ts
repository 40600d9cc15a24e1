import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person, World } from '../../../../test/world';
import { EmailChangeBook } from './email-change-book';
import { PostedWorld, linkOf, type Owner } from './email-change.fixture';

let post: PostedWorld;
let world: World;
let admin: Person;
let owner: Owner;
let moved: string;
beforeAll(async () => {
  post = await PostedWorld.open();
  ({ world, admin } = post);
});
afterAll(() => post?.close());
beforeEach(async () => {
  owner = await post.owner();
  moved = post.free();
});

const subjectsTo = async (mailbox: string) => (await post.lettersTo(mailbox)).map(({ subject }) => subject);

describe('what is asked for while the account moves to another address', () => {
  it('sends no reset link to the mailbox it leaves, and none to one that was not typed', async () => {
    const asked = await post.overtaken(owner, moved, () =>
      world.nobody().post('/auth/reset-requests', { email: owner.email }),
    );
    expect(asked.status).toBeLessThan(300);
    expect([await subjectsTo(owner.email), await subjectsTo(moved)]).toEqual([[], []]);
    expect(await world.sql('SELECT 1 FROM sign_in_link WHERE user_id = ?', [owner.id])).toEqual([]);
  });

  it('sends the reset link an administrator makes to the mailbox it has by then', async () => {
    const made = await post.overtaken(owner, moved, () => admin.post(`/users/${owner.id}/reset-link`));
    expect([made.status, made.body]).toEqual([expect.any(Number), { mailed: true, link: null }]);
    expect(await subjectsTo(owner.email)).toEqual([]);
    expect(await subjectsTo(moved)).toEqual([expect.stringContaining('new password')]);
  });

  it('warns the mailbox it has by then of a second change', async () => {
    const next = `next.${moved}`;
    const asked = await post.overtaken(owner, moved, () => owner.post('/me/email-change', { email: next }));
    expect(asked.status).toBe(201);
    expect(await subjectsTo(owner.email)).toEqual([]);
    expect(await subjectsTo(moved)).toEqual([expect.stringContaining('Somebody wants to change')]);
  });
});

describe('an address another account takes at the same moment', () => {
  it('is refused as one that was taken before', async () => {
    const { confirm } = await post.asked(owner, moved);
    const rival = await post.owner();
    await world.sql('UPDATE user_account SET email = ? WHERE id = ?', [moved, rival.id]);
    // As it was a moment earlier.
    vi.spyOn(world.app.get(EmailChangeBook), 'taken').mockResolvedValueOnce(false);
    const { status, body } = await owner.post(linkOf(confirm));
    expect([status, body.code]).toEqual([409, 'email.taken']);
    expect(await post.emailOf(owner)).toBe(owner.email);
  });
});

describe('whoever asks for a mailbox that got enough', () => {
  it('reads how long it really takes, and keeps their own place', async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      const other = await post.owner();
      expect((await other.post('/me/email-change', { email: moved })).status).toBe(201);
    }
    const { status, body } = await owner.post('/me/email-change', { email: moved });
    expect([status, body.code]).toEqual([429, 'email.too_many']);
    expect(body.detail).toBe('Too many mails about a change went to this address. Try again in 5 hours.');
    for (const one of [1, 2, 3])
      expect((await owner.post('/me/email-change', { email: `${one}.${moved}` })).status).toBe(201);
    const own = await owner.post('/me/email-change', { email: `4.${moved}` });
    expect([own.status, own.body.detail]).toEqual([
      429,
      'You have asked for too many changes of your address. Try again in 5 hours.',
    ]);
  });
});
