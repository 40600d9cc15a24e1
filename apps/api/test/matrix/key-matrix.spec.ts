import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import lock from '../../src/schema/permissions.lock.json';
import { NEVER_GRANTABLE, PERMISSIONS, scopesFor, type Access } from '../../src/platform/authorize';
import { aKey, type Program } from '../api-key';
import { aWorld, type World } from '../world';
import { ask } from './asking';
import { THROUGH, CheckpointModule, whileDown } from './checkpoint';

const GRANTABLE = PERMISSIONS.filter((code) => !NEVER_GRANTABLE.has(code));
const HANDLERS = Object.entries(lock as Record<string, Access>).filter(([, access]) => access.kind !== 'public');
/** Handlers by the one scope they need; `none` for those any key may ask, `person` for those no key may. */
const GROUPS = Map.groupBy(HANDLERS, ([, access]) => {
  const scopes = scopesFor(access);
  return scopes ? (scopes[0] ?? 'none') : 'person';
});

let world: World;
let program: Program;
beforeAll(async () => {
  world = await aWorld({}, [CheckpointModule]);
  const acme = await world.organisation('Acme');
  const owner = await world.person({ roles: [[acme, 'owner']], platformAdmin: true });
  program = await aKey(world, owner, { organisations: [acme], scopes: GRANTABLE, requestsPerMinute: 6000 });
});
afterAll(() => world.close());

const become = (scopes: readonly string[]): Promise<unknown> =>
  world.sql('UPDATE api_key SET scopes = ? WHERE id = ?', [JSON.stringify(scopes), program.id]);
/** Ten breaches suspend a key; here there are hundreds. */
const forgive = async (): Promise<void> => {
  await world.sql('DELETE FROM api_key_breach');
};

const breaches = async (): Promise<string[]> =>
  (await world.events({ action: 'api.scope.violation' })).map(
    (event) => (event['details'] as { handler: string }).handler,
  );

describe('K03 every scope over every route and field', () => {
  it('knows all that are not open to everybody, and the 34 scopes', () => {
    expect(HANDLERS.length).toBeGreaterThan(290);
    expect(GRANTABLE).toHaveLength(34);
    expect(GROUPS.get('person')?.length).toBeGreaterThan(80);
  });

  it('lets a key with exactly the scope through, as permissions.lock.json says', async () => {
    const wrong: string[] = [];
    for (const [scope, handlers] of GROUPS) {
      if (scope === 'person') continue;
      await become([scope === 'none' ? 'org.read' : scope]);
      for (const [name] of handlers) {
        const answer = await whileDown(() => ask(program, name));
        if (answer !== THROUGH) wrong.push(`${name}: ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps a key out that has every scope but that one, and writes each try down', async () => {
    await expectRefused(
      [...GROUPS].filter(([scope]) => scope !== 'person' && scope !== 'none'),
      /^403 api_key\.scope_missing$/,
    );
  });

  it('keeps every key out of what is for people, whatever its scopes', async () => {
    await expectRefused([['person', GROUPS.get('person') ?? []]], /^403 api_key\.(?:person_required|scope_missing)$/);
  });
});

async function expectRefused(groups: [string, typeof HANDLERS][], refusal: RegExp): Promise<void> {
  const before = (await breaches()).length;
  const wrong: string[] = [];
  for (const [scope, handlers] of groups) {
    await become(GRANTABLE.filter((code) => code !== scope));
    for (const [at, [name]] of handlers.entries()) {
      if (at % 9 === 0) await forgive();
      const answer = await whileDown(() => ask(program, name));
      if (!refusal.test(answer)) wrong.push(`${name}: ${answer}`);
    }
  }
  expect(wrong).toEqual([]);
  const tried = groups.flatMap(([, handlers]) => handlers.map(([name]) => name));
  expect((await breaches()).slice(before)).toEqual(tried);
}
