import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Contoso } from '../fixture/contoso.fixture';

let place: Contoso;
beforeAll(async () => {
  place = await Contoso.open();
});
afterAll(() => place.close());
beforeEach(() => place.world.sql('DELETE FROM sign_in_slowdown'));

const set = async (id: string, state: 'active' | 'disabled'): Promise<void> => {
  const { status, text } = await place.keeper.patch(`/users/${id}`, { state });
  expect(status, text).toBe(200);
};

describe('an account that an administrator has decided about', () => {
  it('stays disabled, although a sync disabled it first at some time', async () => {
    const { id } = await place.enter('jane');
    await place.control('jane', 'disabled');
    await place.follow();
    expect(await place.state(id)).toBe('disabled');
    // The directory lets her in again, and an administrator is quicker than the next look.
    await place.control('jane', 'enabled');
    await set(id, 'active');
    await place.follow();
    await set(id, 'disabled');
    await place.follow();
    expect(await place.state(id)).toBe('disabled');
  });

  it('goes back to being invited when it had not been accepted: only coming in accepts an invitation', async () => {
    const { id } = await place.enter('ada');
    // Whoever has no password and is enabled by hand is invited, until they come in through the directory.
    await set(id, 'disabled');
    await set(id, 'active');
    expect(await place.state(id)).toBe('invited');
    await place.control('ada', 'disabled');
    await place.follow();
    expect(await place.state(id)).toBe('disabled');
    await place.control('ada', 'enabled');
    await place.follow();
    expect(await place.state(id)).toBe('invited');
    expect((await place.enter('ada')).id).toBe(id);
    expect(await place.state(id)).toBe('active');
  });

  it('stays off-boarded, although the directory disabled and enabled the person', async () => {
    const { id } = await place.enter('john');
    expect(await place.roles(id)).toEqual(['technician']);
    await place.control('john', 'disabled');
    await place.follow();
    const { status, text } = await place.keeper.post(`/users/${id}/offboarding`);
    expect(status, text).toBeLessThan(300);
    // Somebody needs the mailbox.
    await place.control('john', 'enabled');
    await place.follow();
    expect([await place.state(id), await place.roles(id)]).toEqual(['disabled', []]);
  });
});
