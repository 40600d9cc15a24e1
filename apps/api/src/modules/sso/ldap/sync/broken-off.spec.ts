import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { aDirectoryConnection } from '../fixture/ldap.fixture';
import { Contoso } from '../fixture/contoso.fixture';
import { DirectoryReader } from './directory-reader';

let place: Contoso;
beforeAll(async () => {
  place = await Contoso.open();
});
afterAll(() => place.close());
afterEach(() => vi.restoreAllMocks());

it('a failure that nobody foresaw with one directory keeps no other one from being followed', async () => {
  const ldap = { preset: 'active_directory', nested: false } as const;
  // Looked at before the other one, as jobs go: first in, first out.
  const odd = await aDirectoryConnection(place.world, place.directory, { ldap, position: 1 });
  const reader = place.world.app.get(DirectoryReader);
  const read = reader.read.bind(reader);
  vi.spyOn(reader, 'read').mockImplementation((connection, ...rest) =>
    connection.id === odd.id ? Promise.reject(new TypeError('odd')) : read(connection, ...rest),
  );
  expect(await place.follow()).toMatchObject({ state: 'done' });
  const found = (await place.keeper.get(`/sign-in-connections/${odd.id}/directory-syncs`)).body;
  expect(found).toMatchObject([{ state: 'failed', problem: expect.stringMatching(/interrupted/) }]);
  await place.world.sql("UPDATE sign_in_connection SET state = 'disabled' WHERE id = ?", [odd.id]);
});

it.each([['cancelled'], ['failed']])('a look whose job was %s is not under way for ever', async (state) => {
  const path = `/sign-in-connections/${place.connection.id}/directory-syncs`;
  const { body } = await place.keeper.post(path, { dryRun: true });
  expect((await place.keeper.get(`${path}/${body.id}`)).body).toMatchObject({ state: 'queued', problem: null });
  await place.world.sql('UPDATE job SET state = ? WHERE id = ?', [state, body.jobId]);
  const over = { state: 'failed', problem: expect.stringMatching(/interrupted/) };
  expect((await place.keeper.get(`${path}/${body.id}`)).body).toMatchObject(over);
  expect((await place.looks())[0]).toMatchObject(over);
});
