import { Controller, Get, Module } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, isPermission } from '../../src/platform/authorize';
import { BootCheck, type DeclaredHandler } from '../../src/platform/authorize/boot-check';
import { aWorld } from '../world';
import { aStage, type Stage } from './stage';

const API = fileURLToPath(new URL('../../src', import.meta.url));

let stage: Stage;
let handlers: DeclaredHandler[];
beforeAll(async () => {
  stage = await aStage();
  handlers = stage.world.app.get(BootCheck).handlers();
});
afterAll(() => stage.world.close());

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'open to all';
  }
}
@Module({ controllers: [ForgottenController] })
class ForgottenRoute {}

@Resolver()
class ForgottenResolver {
  @Query(() => String)
  forgotten(): string {
    return 'open to all';
  }
}
@Module({ providers: [ForgottenResolver] })
class ForgottenQuery {}

describe('every handler', () => {
  it('says who may call it', () => {
    expect(handlers.length).toBeGreaterThan(100);
    expect(handlers.filter((handler) => handler.access === undefined)).toEqual([]);
  });

  it('R02 is written down in permissions.lock.json', () => {
    const lock = JSON.parse(readFileSync(`${API}/schema/permissions.lock.json`, 'utf8')) as object;
    expect(Object.keys(lock).sort()).toEqual(handlers.map((handler) => handler.name).sort());
  });

  it('that is public says why', () => {
    const open = handlers.filter(({ access }) => access?.kind === 'public');
    for (const { access } of open) expect(access).toMatchObject({ why: expect.stringMatching(/\w+ \w+/) as string });
  });

  it.each([
    ['route', ForgottenRoute, 'GET /forgotten'],
    ['query', ForgottenQuery, 'query forgotten'],
  ])('R03 keeps the process from starting when a %s forgot to', async (_kind, module, name) => {
    await expect(aWorld({}, [module])).rejects.toThrow(name);
  });

  it('R03 that got past the start all the same answers 403 and nothing else', async () => {
    const check = BootCheck.prototype.onApplicationBootstrap;
    BootCheck.prototype.onApplicationBootstrap = () => undefined;
    const world = await aWorld({}, [ForgottenRoute, ForgottenQuery]).finally(() => {
      BootCheck.prototype.onApplicationBootstrap = check;
    });
    const person = await world.person({ platformAdmin: true });
    const [rest, graphql, nobody] = [
      await person.get('/forgotten'),
      await person.graphql('{ forgotten }'),
      await world.nobody().get('/forgotten'),
    ];
    await world.close();
    expect([rest.status, rest.body.code]).toEqual([403, 'handler.undeclared']);
    expect(graphql.body.errors[0].extensions).toMatchObject({ status: 403, code: 'handler.undeclared' });
    expect([nobody.status, nobody.text.includes('open to all')]).toEqual([403, false]);
  });
});

describe('permissions', () => {
  it('R01 are exactly 42, each once', () => {
    expect(PERMISSIONS).toHaveLength(42);
    expect(new Set(PERMISSIONS).size).toBe(42);
  });

  it('R01 named by handlers and role templates are all in the catalogue', async () => {
    const named = handlers.flatMap(({ access }) => (access?.kind === 'permission' ? [access.permission] : []));
    const roles = await stage.world.sql<{ permissions: string[] }>('SELECT permissions FROM role');
    const given = roles.flatMap((role) => role.permissions);
    expect(given.length).toBeGreaterThan(100);
    expect([...named, ...given].filter((code) => !isPermission(code))).toEqual([]);
  });

  it('R01 named in the code are all in the catalogue', () => {
    const unknown = sources(API).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:Authorize|allows|require)\(\s*'([a-z]+(?:\.[a-z]+)+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((code) => !isPermission(code))
        .map((code) => `${file}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('what guards do not see', () => {
  it('R04 is a short list of hooks', () => {
    const hooks = sources(API).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\.addHook\(\s*'(\w+)'/g)].map(
        (match) => `${file.split('/').at(-1)} ${match[1]}`,
      ),
    );
    expect(hooks.sort()).toEqual([...RAW_HOOKS].sort());
  });

  it('R04 is a short list of raw routes', () => {
    const declared = new Set(handlers.map(({ name }) => name.replace(/^(\w+) \/(?!health)/, '$1 /api/v1/')));
    const raw = routesOf(stage).filter((route) => !declared.has(route));
    expect(raw.sort()).toEqual([...RAW_ROUTES].sort());
  });
});

/** Each of these runs before the first guard; add one only with a reason a reviewer accepts. */
const RAW_HOOKS = [
  'orderly-end.ts onRequest',
  'orderly-end.ts preClose',
  'prepare-server.ts onRequest',
  'prepare-server.ts preValidation',
  'prepare-server.ts preValidation',
  'prepare-server.ts onSend',
  'prepare-server.ts onResponse',
];
const RAW_ROUTES = ['GET /api/graphql', 'POST /api/graphql'];

describe('another spelling of an address', () => {
  const spellings = (path: string): string[] => [
    path.toUpperCase(),
    `${path}/`,
    path.replace('/api/', '//api/'),
    path.replace('sites', 's%69tes'),
    path.replace('sites', '%73ites'),
    path.replace('/v1/', '/v1/./'),
    path.replace('/v1/', '/x/../v1/'),
    path.replace('/v1/', '/v1;x=1/'),
    path.replace('/v1', '%2Fv1'),
    path.replace('sites', '%2573ites'),
    `${path}%00`,
    `${path}.json`,
  ];

  it('R18 never opens what the plain one keeps closed', async () => {
    const caller = stage.world.nobody();
    expect((await caller.get('/api/v1/sites')).status).toBe(401);
    for (const path of spellings('/api/v1/sites')) {
      const { status, text } = await caller.get(path.startsWith('/api/') ? path : `/api/v1/../..${path}`);
      expect([400, 401, 404], `${path} ${text}`).toContain(status);
    }
  });

  it('R18 shows a stranger no more than the plain one', async () => {
    const site = await stage.keeper.post('/sites', { organisationId: stage.acme.id, name: 'Plain' });
    const plain = `/api/v1/sites/${String(site.body.id)}`;
    expect((await stage.keeper.get(plain)).status).toBe(200);
    for (const path of spellings(plain).filter((one) => one.startsWith('/api/')))
      expect([400, 404], path).toContain((await stage.stranger.get(path)).status);
    const upper = plain.replace(/[^/]+$/, (id) => id.toUpperCase());
    expect((await stage.stranger.get(upper)).status).toBe(404);
  });

  it('HEAD decides as GET does and sends no body', async () => {
    const head = async (cookie?: Record<string, string>) => {
      const response = await stage.world.app.inject({ method: 'HEAD', url: '/api/v1/sites', headers: cookie ?? {} });
      return { status: response.statusCode, size: response.rawPayload.length };
    };
    expect(await head()).toEqual({ status: 401, size: 0 });
    expect(await head(stage.stranger.identity)).toEqual({ status: 200, size: 0 });
    const nothing = await stage.world.person();
    expect(await head(nothing.identity)).toEqual({ status: 403, size: 0 });
  });

  it('R18 a method override and a repeated organisation change no decision', async () => {
    const override = { 'x-http-method-override': 'DELETE', 'x-method-override': 'PATCH' };
    expect((await stage.stranger.get('/sites', override)).status).toBe(200);
    const { bravo, acme, stranger } = stage;
    for (const query of [`org=${bravo.slug}&org=${acme.slug}`, `org[]=${acme.slug}`, `org[x]=${acme.slug}`]) {
      const answer = await stranger.get(`/sites?${query}`);
      expect(answer.text).not.toContain(acme.id);
      expect([200, 400, 404]).toContain(answer.status);
    }
  });
});

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => `${folder}/${name}`);
}

/** `METHOD /path` of every route the server itself knows. */
function routesOf({ world }: Stage): string[] {
  const server = world.app.getHttpAdapter().getInstance() as { printRoutes(options: object): string };
  const lines = server.printRoutes({ commonPrefix: false }).split('\n');
  const path: string[] = [];
  const found: string[] = [];
  for (const line of lines) {
    const match = /^([│ ]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/u.exec(line);
    if (!match) continue;
    const [, indent = '', part = '', methods = ''] = match;
    path.length = indent.length / 4;
    path.push(part);
    for (const method of methods.split(', ').filter((one) => one && one !== 'HEAD' && one !== 'OPTIONS'))
      found.push(`${method} ${path.join('')}`);
  }
  return [...new Set(found)];
}
