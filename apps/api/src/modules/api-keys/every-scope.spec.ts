import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKey, type Program } from '../../../test/api-key';
import { aWorld, type World } from '../../../test/world';
import lock from '../../schema/permissions.lock.json';
import { NEVER_GRANTABLE, PERMISSIONS, scopesFor, type Access } from '../../platform/authorize';

const NOBODY = '01890000-0000-7000-8000-00000000dead';
const GRANTABLE = PERMISSIONS.filter((code) => !NEVER_GRANTABLE.has(code));
const ROUTES = Object.entries(lock as Record<string, Access>).filter(
  ([name, access]) => /^[A-Z]/.test(name) && access.kind !== 'public',
);

let world: World;
let program: Program;
beforeAll(async () => {
  world = await aWorld();
  const acme = await world.organisation('Acme');
  const owner = await world.person({ roles: [[acme, 'owner']], platformAdmin: true });
  program = await aKey(world, owner, { organisations: [acme], scopes: GRANTABLE, requestsPerMinute: 6000 });
});
afterAll(() => world.close());

/** The key with other scopes from now on, and every breach forgiven. */
async function become(scopes: readonly string[]): Promise<void> {
  await world.sql('UPDATE api_key SET scopes = ?, suspended_at = NULL WHERE id = ?', [
    JSON.stringify(scopes),
    program.id,
  ]);
  await world.sql('DELETE FROM api_key_breach');
}

/** A request that gets past the guard only to find nothing, or too little. */
async function ask(name: string): Promise<string> {
  const [method = '', path = ''] = name.split(' ');
  const response = await world.app.inject({
    method: method as 'GET',
    url: `/api/v1${path.replace(/:\w+/g, NOBODY)}`,
    headers: program.identity,
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: { nonsense: true } }),
  });
  const { code } = (/json/.test(String(response.headers['content-type'])) ? JSON.parse(response.body) : {}) as {
    code?: string;
  };
  return `${response.statusCode} ${code ?? 'ok'}`;
}

const BREACH = /^403 api_key\.(?:scope_missing|person_required)$/;
const breaches = async (): Promise<string[]> =>
  (await world.events({ action: 'api.scope.violation' })).map(
    (event) => (event['details'] as { handler: string }).handler,
  );

describe('K03 every scope over every route', () => {
  it('knows all routes that are not open to everybody', () => {
    expect(ROUTES.length).toBeGreaterThan(130);
    expect(GRANTABLE).toHaveLength(34);
  });

  it('lets a key with exactly the scope of a route through, as permissions.lock.json says', async () => {
    const wrong: string[] = [];
    for (const [name, access] of ROUTES) {
      const scopes = scopesFor(access);
      await become(scopes?.length ? scopes : ['org.read']);
      const answer = await ask(name);
      if (scopes ? BREACH.test(answer) || /^(?:401|5)/.test(answer) : !BREACH.test(answer))
        wrong.push(`${name}: ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps a key out that has every scope but that of the route, and writes each try down', async () => {
    const scoped = ROUTES.filter(([, access]) => scopesFor(access)?.length === 1);
    const wrong: string[] = [];
    const before = (await breaches()).length;
    for (const [name, access] of scoped) {
      await become(GRANTABLE.filter((code) => !scopesFor(access)?.includes(code)));
      const answer = await ask(name);
      if (answer !== '403 api_key.scope_missing') wrong.push(`${name}: ${answer}`);
    }
    expect(wrong).toEqual([]);
    expect((await breaches()).slice(before)).toEqual(scoped.map(([name]) => name));
  });
});
