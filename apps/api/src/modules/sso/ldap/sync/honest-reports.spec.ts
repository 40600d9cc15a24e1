import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMapping } from '../../sso.fixture';
import { adGroupDn } from '../fixture/ad-like.fixture';
import { Contoso } from '../fixture/contoso.fixture';

let place: Contoso;
beforeAll(async () => {
  place = await Contoso.open();
});
afterAll(() => place.close());
beforeEach(() => place.world.sql('DELETE FROM sign_in_slowdown'));

const epochOf = async (id: string): Promise<unknown> =>
  (await place.world.sql('SELECT authz_epoch FROM user_account WHERE id = ?', [id]))[0];

describe('a look at a directory says what it really does', () => {
  it('a role that somebody has by hand is no change, in this look and in the next', async () => {
    await place.map('Domain Users', 'helpdesk');
    const { id } = await place.enter('john');
    await place.world.sql(
      `UPDATE membership SET source = 'local', connection_id = NULL
       WHERE user_id = ? AND role_id = (SELECT id FROM role WHERE template = 'helpdesk')`,
      [id],
    );
    expect(await place.look({ dryRun: true })).toMatchObject({ changes: [], counts: { given: 0 } });
    expect(await place.follow()).toMatchObject({ counts: { given: 0, taken: 0 } });
  });

  it('the last owner keeps the role, which is said once and raises nothing', async () => {
    const { world, connection } = place;
    const beta = await world.organisation('Beta');
    const founder = await world.person({ platformAdmin: true, roles: [[beta, 'owner']] });
    await aMapping(world, founder, { connection, group: adGroupDn('Landlords'), organisation: beta, role: 'owner' });
    const { id } = await place.enter('eve');
    await world.sql('UPDATE membership SET archived_at = UTC_TIMESTAMP(6) WHERE user_id = ?', [founder.id]);
    await place.removeGroup('Landlords');
    const dry = await place.look({ dryRun: true });
    expect(dry).toMatchObject({ counts: { taken: 0, kept: 1 } });
    expect(dry['changes']).toContainEqual(
      expect.objectContaining({ act: 'keep', userId: id, organisation: 'Beta', role: 'Owner' }),
    );
    expect(await place.follow()).toMatchObject({ counts: { taken: 0, kept: 1 } });
    const epoch = await epochOf(id);
    expect(await place.follow()).toMatchObject({ counts: { taken: 0, kept: 1 } });
    expect(await epochOf(id)).toEqual(epoch);
    expect(await place.roles(id)).toContain('owner');
    const kept = (await world.events({ action: 'membership.kept' })).filter((one) => one['target_label'] === 'The eve');
    expect(kept).toHaveLength(1);
  });

  it('the last active administrator of the platform stays, which is said once; one of two goes', async () => {
    const { world } = place;
    const { id } = await place.enter('ada');
    await world.sql('UPDATE user_account SET platform_admin = 1 WHERE id = ?', [id]);
    await place.control('ada', 'disabled');
    const others = 'UPDATE user_account SET state = ? WHERE platform_admin = 1 AND id <> ?';
    await world.sql(others, ['disabled', id]);
    await place.quarterOfAnHour();
    await place.quarterOfAnHour();
    await world.sql(others, ['active', id]);
    expect(await place.state(id)).toBe('active');
    expect((await place.looks())[0]).toMatchObject({
      ...{ state: 'done', counts: { left: 0 } },
      startedAt: expect.stringMatching(/T.*Z$/),
      finishedAt: expect.stringMatching(/T.*Z$/),
    });
    const kept = await world.events({ targetId: id, action: 'sso.sync.administrator_kept' });
    expect(kept).toMatchObject([{ outcome: 'failure', actor_type: 'system' }]);
    expect(await place.follow()).toMatchObject({ counts: { left: 1 } });
    expect(await place.state(id)).toBe('disabled');
  });
});
