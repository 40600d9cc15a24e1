import { EqualityFilter } from 'ldapts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSlapd, type TestDirectory } from '../../../../../../../tools/ldap/slapd.mjs';
import { aWorld, type World } from '../../../../../test/world';
import { Directories } from '../directory/directories';
import { reasonOf } from '../../sso.fixture';
import { aDirectoryConnection, NEARBY } from '../fixture/ldap.fixture';
import { crowdGroup, crowdOf } from '../fixture/crowd.fixture';
import { branches } from '../fixture/planet-express.fixture';
import { DirectoryReader } from './directory-reader';

const SUFFIX = 'dc=crowd,dc=test';
const MANY = 12_000;
let world: World;
let directory: TestDirectory;
beforeAll(async () => {
  const ldif = [branches(SUFFIX), crowdOf(SUFFIX, 0, MANY)].join('\n');
  directory = await startSlapd({ suffix: SUFFIX, ldif, sizeLimit: 500 });
  world = await aWorld(NEARBY);
});
afterAll(async () => {
  await directory.stop();
  await world.close();
});

it('D04 reads 12,000 people completely from a directory that gives out 500 at once', async () => {
  const connection = await aDirectoryConnection(world, directory);
  const group = crowdGroup(SUFFIX);
  const seen: number[] = [];
  const { people, members } = await world.inside(() =>
    world.app.get(DirectoryReader).read(connection, ['*', group], async (read) => void seen.push(read)),
  );
  expect([people.size, members.get('*')?.size, members.get(group)?.size]).toEqual([MANY, MANY, MANY]);
  expect(seen).toHaveLength(MANY / 500);
  // Without pages the same directory refuses: the limit is real.
  const filter = new EqualityFilter({ attribute: 'objectClass', value: 'inetOrgPerson' });
  const question = { base: SUFFIX, filter, attributes: ['1.1'] };
  const all = (): Promise<unknown> =>
    world.app.get(Directories).ask(connection, (open) => open.find(question, 0), { ms: 60_000 });
  expect(await reasonOf(world.inside(all))).toBe('size_limit');
});
