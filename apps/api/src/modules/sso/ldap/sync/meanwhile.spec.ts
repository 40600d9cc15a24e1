import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Contoso } from '../fixture/contoso.fixture';
import { DirectoryReader } from './directory-reader';

let place: Contoso;
beforeAll(async () => {
  place = await Contoso.open();
});
afterAll(() => place.close());
beforeEach(() => place.world.sql('DELETE FROM sign_in_slowdown'));
afterEach(() => vi.restoreAllMocks());

/** A look in which something happens after the last page has been read, and before anything is compared. */
async function followWhile(happens: () => Promise<unknown>): Promise<Record<string, unknown>> {
  const reader = place.world.app.get(DirectoryReader);
  const read = reader.read.bind(reader);
  vi.spyOn(reader, 'read').mockImplementationOnce(async (...question) => {
    const found = await read(...question);
    await happens();
    return found;
  });
  return place.follow();
}

describe('while a directory is being read', () => {
  it('somebody who comes in stays, although their page was read before', async () => {
    await place.control('jane', 'enabled');
    const { id } = await place.enter('jane');
    await place.control('jane', 'disabled');
    await followWhile(async () => {
      await place.control('jane', 'enabled');
      await place.enter('jane');
    });
    expect(await place.state(id)).toBe('active');
  });

  it('a mapping that is removed gives nothing any more', async () => {
    const mapping = await place.map('Domain Users', 'auditor');
    const { id } = await place.enter('john');
    expect(await place.roles(id)).toEqual(['auditor', 'technician']);
    await followWhile(async () => {
      const path = `/sign-in-connections/${place.connection.id}/mappings/${mapping['id']}`;
      expect((await place.keeper.delete(path)).status).toBe(204);
    });
    expect(await place.roles(id)).toEqual(['technician']);
  });

  it('a role that moves to another group comes back with the next look, which reads that group', async () => {
    const path = `/sign-in-connections/${place.connection.id}/mappings`;
    const { id } = await place.enter('john');
    await followWhile(async () => {
      const [old] = (await place.keeper.get(path)).body as { id: string }[];
      await place.map('Domain Users', 'technician');
      expect((await place.keeper.delete(`${path}/${old?.id}`)).status).toBe(204);
    });
    // The mapping that was removed took the role with it, and the new group had not been read.
    expect(await place.roles(id)).toEqual([]);
    await place.follow();
    expect(await place.roles(id)).toEqual(['technician']);
  });

  it('a second look does not begin, and one that ended with its worker is in nobody’s way', async () => {
    let second: Record<string, unknown> = {};
    await followWhile(async () => {
      second = await place.look({ dryRun: true });
    });
    expect((await place.looks()).slice(0, 2)).toMatchObject([{ state: 'failed' }, { state: 'done' }]);
    expect(second).toMatchObject({ state: 'failed', problem: expect.stringMatching(/^Another look/) });
    await place.world.sql(
      "INSERT INTO directory_turn SELECT ?, id, UTC_TIMESTAMP(6) FROM job WHERE state = 'done' LIMIT 1",
      [place.connection.id],
    );
    expect(await place.look({ dryRun: true })).toMatchObject({ state: 'done' });
  });

  it('a connection that is disabled changes nothing more', async () => {
    const { id } = await place.enter('ada');
    await place.control('ada', 'disabled');
    const path = `/sign-in-connections/${place.connection.id}`;
    const found = await followWhile(async () => {
      const { status, text } = await place.keeper.post(`${path}/disable`);
      expect(status, text).toBeLessThan(300);
    });
    expect(found).toMatchObject({ state: 'failed', problem: expect.stringMatching(/changed or disabled while/) });
    expect(await place.state(id)).toBe('active');
  });
});
