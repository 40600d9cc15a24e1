import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Contoso } from '../fixture/contoso.fixture';

const PEOPLE = ['john', 'jane', 'ada', 'eve'] as const;
let place: Contoso;
beforeAll(async () => {
  place = await Contoso.open();
  await place.map('Domain Users', 'helpdesk');
});
afterAll(() => place.close());

const primary = (name: string, group: string): Promise<void> => place.set(name, 'primaryGroupID', group);

const helpdesk = (): Promise<unknown[]> =>
  place.world.sql(
    `SELECT m.user_id FROM membership m JOIN role r ON r.id = m.role_id
     WHERE r.template = 'helpdesk' AND m.archived_at IS NULL AND m.source = 'ldap'`,
  );

const problem = async (): Promise<unknown> =>
  (await place.keeper.get(`/sign-in-connections/${place.connection.id}`)).body.health.problemCode;

describe('D07 many who would lose something at once', () => {
  /** Everybody has come in, and is in `Domain Users` by their primary group. */
  beforeEach(async () => {
    await place.world.sql('DELETE FROM sign_in_slowdown');
    for (const name of PEOPLE) {
      await primary(name, '513');
      await place.enter(name);
    }
    expect(await helpdesk()).toHaveLength(PEOPLE.length);
  });

  it('keep it: an event says so, the page says so until a look finds otherwise, and nothing was changed', async () => {
    for (const name of ['jane', 'ada', 'eve']) await primary(name, '514');
    const found = await place.follow();
    expect(found).toMatchObject({ state: 'stopped', askedBy: null, problem: expect.stringMatching(/^3 of 4 people/) });
    expect(await helpdesk()).toHaveLength(PEOPLE.length);
    const [event] = (await place.world.events({ targetId: place.connection.id, action: 'sso.sync.stopped' })).slice(-1);
    expect(event).toMatchObject({ outcome: 'failure', actor_type: 'system' });
    expect(await problem()).toBe('too_many_removed');
    // Neither somebody who comes in nor a test of the connection has anything to say about that.
    await place.enter('john');
    await place.keeper.post(`/sign-in-connections/${place.connection.id}/ldap-tests`, {
      login: 'john',
      password: 'john',
    });
    expect(await problem()).toBe('too_many_removed');
    for (const name of PEOPLE) await primary(name, '513');
    expect(await place.follow()).toMatchObject({ state: 'done' });
    expect(await problem()).toBeNull();
  });

  it('lose it when somebody read the list, and only as many as stood on it', async () => {
    for (const name of ['jane', 'ada', 'eve']) await primary(name, '514');
    const { id: accepted, counts } = await place.look({ dryRun: true });
    expect(counts).toMatchObject({ taken: 3 });
    await primary('john', '514');
    expect(await place.look({ dryRun: false, accepted })).toMatchObject({
      state: 'stopped',
      problem: expect.stringMatching(/^The list that was read had 0 accounts to disable and 3 roles to take/),
    });
    expect(await helpdesk()).toHaveLength(PEOPLE.length);
    await primary('john', '513');
    const done = await place.look({ dryRun: false, accepted });
    expect(done).toMatchObject({ state: 'done', counts: { taken: 3 } });
    expect(await helpdesk()).toHaveLength(1);
  });
});

describe('a list that nobody can have read', () => {
  it('lets nothing beyond the guard', async () => {
    const path = `/sign-in-connections/${place.connection.id}/directory-syncs`;
    const accepted = '01900000-0000-7000-8000-000000000000';
    const { status, body } = await place.keeper.post(path, { dryRun: false, accepted });
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/accepted', code: 'not_found' }]]);
  });
});
