import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type TestOrganisation, type World } from './world';
import { AssetEntity } from '../src/modules/assets';
import { RequestContext } from '../src/platform/context';
import { Repositories } from '../src/platform/database';

let world: World;
let acme: TestOrganisation;
let other: TestOrganisation;
let rows: AssetEntity[];

beforeAll(async () => {
  world = await aWorld();
  [acme, other] = [await world.organisation('Acme'), await world.organisation('Other')];
});
afterAll(() => world.close());
beforeEach(async () => {
  rows = await within([acme], (assets) =>
    assets.createMany(
      Array.from({ length: 120 }, (_, n) => ({
        organisationId: acme.id,
        name: `Asset ${n}`,
        type: 'server',
        status: 'active',
      })),
    ),
  );
});

const repository = () => world.app.get(Repositories).of(AssetEntity);

/** Work on assets with these organisations in scope. */
function within<T>(scope: TestOrganisation[], work: (assets: ReturnType<typeof repository>) => Promise<T>): Promise<T> {
  return world.inside(() => {
    world.app.get(RequestContext).limitTo(scope.map(({ id }) => id));
    return work(repository());
  });
}
const stored = (id: string | undefined) =>
  within([acme], (assets) => assets.get(id ?? '')).then(({ name, tags, version, lastSeenAt, notes }) => ({
    name,
    tags,
    version,
    lastSeenAt,
    notes,
  }));

describe('changing many records at once', () => {
  it('gives each record its own values, a new version and its own event', async () => {
    const seen = new Date('2026-03-01T10:00:00.123Z');
    const edits = rows.map((row, n) => ({
      row,
      patch: n % 2 === 0 ? { name: `Even ${n}`, tags: [`tag '${n}'`] } : { lastSeenAt: seen, notes: null },
    }));
    expect(await within([acme], (assets) => assets.updateMany(edits))).toBe(120);
    expect(await stored(rows[118]?.id)).toMatchObject({ name: 'Even 118', tags: ["tag '118'"], version: 2 });
    expect(await stored(rows[119]?.id)).toMatchObject({ name: 'Asset 119', lastSeenAt: seen, notes: null, version: 2 });
    const [, updated] = await world.events({ targetId: String(rows[118]?.id) });
    expect(updated).toMatchObject({
      action: 'asset.updated',
      changes: { name: { from: 'Asset 118', to: 'Even 118' } },
    });
  });

  it('tells of changed parts even where the record itself stays the same', async () => {
    const [row] = rows as [AssetEntity];
    const parts = { interfaces: { from: [], to: ['lan'] } };
    expect(await within([acme], (assets) => assets.updateMany([{ row, patch: {}, parts }]))).toBe(1);
    const [, updated] = await world.events({ targetId: row.id });
    expect([updated?.['changes'], (await stored(row.id)).version]).toEqual([parts, 2]);
  });

  it('leaves a record alone that would not change', async () => {
    const [row] = rows as [AssetEntity];
    expect(await within([acme], (assets) => assets.updateMany([{ row, patch: { name: row.name } }]))).toBe(0);
    expect((await stored(row.id)).version).toBe(1);
  });

  it('changes none when one of them was changed meanwhile', async () => {
    await within([acme], (assets) => assets.update(rows[7] as AssetEntity, { name: 'Somebody else' }));
    const edits = rows.map((row) => ({ row, patch: { name: 'Mine' } }));
    await expect(within([acme], (assets) => assets.updateMany(edits))).rejects.toMatchObject({ code: 'record.stale' });
    expect([(await stored(rows[0]?.id)).name, (await stored(rows[7]?.id)).name]).toEqual(['Asset 0', 'Somebody else']);
  });

  it('reaches nothing outside the organisations in scope', async () => {
    const edits = rows.map((row) => ({ row, patch: { name: 'Theirs' } }));
    await expect(within([other], (assets) => assets.updateMany(edits))).rejects.toMatchObject({ code: 'record.stale' });
    expect((await stored(rows[0]?.id)).name).toBe('Asset 0');
  });
});
