import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSlapd, type TestDirectory } from '../../../../../../../tools/ldap/slapd.mjs';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../../test/world';
import { JobWorker } from '../../../../platform/jobs';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { aMapping, browser } from '../../sso.fixture';
import { aDirectoryConnection, me, NEARBY, signIn } from '../fixture/ldap.fixture';
import { branches } from '../fixture/planet-express.fixture';
import { crowdOf, crowdGroup } from '../fixture/crowd.fixture';

const SUFFIX = 'dc=crowd,dc=test';
const PEOPLE = 10;
let world: World;
let keeper: Person;
let acme: TestOrganisation;
let directory: TestDirectory;
let connection: SignInConnectionEntity;
/** Sessions of the people who signed in, by their number. */
const jars: Record<string, string>[] = [];
beforeAll(async () => {
  directory = await startSlapd({ suffix: SUFFIX, ldif: [branches(SUFFIX), crowdOf(SUFFIX, 0, PEOPLE)].join('\n') });
  world = await aWorld(NEARBY);
  acme = await world.organisation('Acme');
  keeper = await world.person({ platformAdmin: true, roles: [[acme, 'owner']] });
  connection = await aDirectoryConnection(world, directory);
  await aMapping(world, keeper, { connection, group: crowdGroup(SUFFIX), organisation: acme, role: 'technician' });
  for (let at = 0; at < PEOPLE; at += 1) jars.push((await signIn(world.nobody(), `p${at}`, `p${at}`)).jar);
});
afterAll(async () => {
  await directory.stop();
  await world.close();
});
beforeEach(() => world.sql('DELETE FROM sign_in_slowdown'));

const path = (): string => `/sign-in-connections/${connection.id}/directory-syncs`;

/** Asks for a look, carries it out and answers what came of it. */
async function synced(input: object): Promise<Record<string, unknown>> {
  const asked = await keeper.post(path(), input);
  expect(asked.status, asked.text).toBe(202);
  await world.app.get(JobWorker).drain();
  return (await keeper.get(`${path()}/${asked.body.id}`)).body as Record<string, unknown>;
}

/** Changes the directory as its administrator. */
async function upstream(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ url: `ldap://127.0.0.1:${directory.plainPort}` });
  await client.bind(`cn=admin,${SUFFIX}`, 'secret');
  await work(client);
  await client.unbind();
}

/** Since when somebody is locked there; not at all when no moment is given. */
const lock = (uid: string, ...since: string[]): Promise<void> =>
  upstream((client) => {
    const modification = new Attribute({ type: 'pwdAccountLockedTime', values: since });
    return client.modify(`cn=${uid},ou=people,${SUFFIX}`, new Change({ operation: 'replace', modification }));
  });

const holders = async (): Promise<string[]> =>
  (
    await world.sql<{ name: string }>(
      "SELECT u.name FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.source = 'ldap' AND m.archived_at IS NULL ORDER BY u.name",
    )
  ).map(({ name }) => name);

describe('comparing a directory with the accounts here', () => {
  it('finds nothing to change right after people signed in', async () => {
    const found = await synced({ dryRun: true });
    expect(found).toMatchObject({ state: 'done', dryRun: true, problem: null, changes: [] });
    expect(found['counts']).toEqual({ read: PEOPLE, known: PEOPLE, given: 0, taken: 0, left: 0, returned: 0, kept: 0 });
    expect(await holders()).toHaveLength(PEOPLE);
  });

  it('D06 disables whoever is gone and ends their sessions at once; a dry run before says so and changes nothing', async () => {
    const her = await me(world.nobody(), jars[0] ?? {});
    await upstream((client) => client.del(`cn=p0,ou=people,${SUFFIX}`));
    const dry = await synced({ dryRun: true });
    expect(dry['changes']).toEqual([
      { act: 'leave', userId: her['id'], person: 'p0', organisation: null, role: null },
      { act: 'take', userId: her['id'], person: 'p0', organisation: 'Acme', role: 'Technician' },
    ]);
    expect((await world.nobody().get('/me', browser(jars[0] ?? {}))).status).toBe(200);
    const done = await synced({ dryRun: false });
    expect(done).toMatchObject({ state: 'done', askedBy: keeper.name, counts: { left: 1, taken: 1 } });
    expect((await world.nobody().get('/me', browser(jars[0] ?? {}))).status).toBe(401);
    expect(await holders()).not.toContain('p0');
    const actions = (await world.events({ targetId: String(her['id']) })).map(({ action }) => action);
    expect(actions.slice(-2).toSorted()).toEqual(['sso.sync.person_left', 'user.updated']);
    const [event] = (await world.events({ targetId: connection.id, action: 'sso.sync.done' })).slice(-1);
    expect(event).toMatchObject({ actor_id: keeper.id, details: { left: 1, taken: 1 } });
  });

  it('D06 takes a lock for good by an administrator for a disabled account, and one after wrong passwords for none', async () => {
    await lock('p8', '000001010000Z');
    await lock('p9', '20260101000000Z');
    const found = await synced({ dryRun: true });
    const left = (found['changes'] as { act: string; person: string }[]).filter(({ act }) => act === 'leave');
    expect(left.map(({ person }) => person)).toEqual(['p8']);
    await lock('p8');
    await lock('p9');
  });

  it('changes nothing when the directory cannot be read as a whole', async () => {
    const before = await holders();
    await keeper.patch(`/sign-in-connections/${connection.id}`, { ldap: { userBase: `ou=groups,${SUFFIX}` } });
    const found = await synced({ dryRun: false });
    expect(found).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/^The reading account sees nobody/),
    });
    expect(await holders()).toEqual(before);
  });
});
