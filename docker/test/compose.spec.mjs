import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SECRET_SETTINGS, SETTINGS } from '../../apps/api/src/platform/config/settings';
import { SQL_MODE, serverOptions } from '../../tools/mariadb/options.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { COMPOSE_RULES, composeFindings, mergedCompose, parseCompose } from './compose-rules.mjs';
import { interpolated, variablesOf } from './interpolation.mjs';

const read = (name) => readFileSync(inRoot('docker', name), 'utf8');
const OURS = read('compose.yml');
const DEV = read('compose.dev.yml');
const NODES = read('compose.nodes.yml');
const rulesOf = (text) => composeFindings(text).map(({ rule }) => rule);
/** The file with one change made to its parsed form. */
const changed = (change) => {
  const file = parseCompose(OURS);
  change(file.services, file);
  return stringify(file);
};

/** What breaks each rule, one change each. */
const BROKEN = {
  'images-pinned': (services) => (services.db.image = 'mariadb:latest'),
  'no-default-passwords': (services) => (services.api.environment.DATABASE_PASSWORD = '${DB_PASSWORD:-st0r}'),
  'secrets-as-files': (services) =>
    services.api.secrets.splice(services.api.secrets.indexOf('database-application'), 1),
  'names-declared': (_services, file) => delete file.secrets['pepper.key'],
  'nothing-declared-in-vain': (_services, file) => (file.secrets.session_key = { file: './session_key' }),
  'waits-can-end': (services) => delete services.api.healthcheck,
  'settings-exist': (services) => (services.api.environment.DATABSE_HOST = 'db'),
  'ours-unprivileged': (services) => (services.worker.read_only = false),
  'all-confined': (services) => delete services.cache.cap_drop,
  'only-web-is-open': (services) => (services.db.ports = ['3306:3306']),
  'database-has-no-way-out': (services) => services.db.networks.push('out'),
  'no-way-into-the-engine': (services) => services.worker.volumes.push('/var/run/docker.sock:/var/run/docker.sock'),
  'secrets-only-where-needed': (services) => services.api.secrets.push('database-root'),
};

describe('compose.yml', () => {
  it('keeps every rule', () => expect(composeFindings(OURS)).toEqual([]));

  it('has a counter-example for every rule', () =>
    expect(Object.keys(BROKEN).sort()).toEqual([...COMPOSE_RULES].sort()));

  it.each(Object.keys(BROKEN))('would be caught breaking %s', (rule) =>
    expect(rulesOf(changed(BROKEN[rule]))).toContain(rule),
  );

  it.each([
    ['a word the specification does not know', (services) => (services.api.enviroment = {})],
    ['a name for a container', (services) => (services.api.container_name = 'api')],
    ['a version of the file', (_services, file) => (file.version = '3')],
    ['privileges', (services) => (services.db.privileged = true)],
    ['the network of the host', (services) => (services.web.network_mode = 'host')],
  ])('would be caught with %s', (_name, change) => expect(rulesOf(changed(change))).toEqual(['schema']));

  it('has the five services in their order, and the rest behind profiles', () => {
    const { services } = parseCompose(OURS);
    const always = Object.entries(services).filter(([, { profiles }]) => !profiles);
    expect(always.map(([name]) => name)).toEqual(['db', 'migrate', 'api', 'worker', 'web']);
    const profiles = Object.values(services).flatMap((one) => one.profiles ?? []);
    expect(profiles.sort()).toEqual(['diagrams', 'operator', 'operator', 'operator', 'queue', 'scan']);
    const waits = Object.fromEntries(always.map(([name, one]) => [name, Object.keys(one.depends_on ?? {})]));
    expect(waits).toEqual({ db: [], migrate: ['db'], api: ['migrate'], worker: ['api'], web: ['api'] });
  });

  it('gives every variable a value in .env.example, or a default', () => {
    const given = read('.env.example');
    const needed = [...variablesOf(OURS), ...variablesOf(DEV)].filter(({ operator }) => operator?.endsWith('?'));
    expect(needed.filter(({ name }) => !new RegExp(`^${name}=\\S`, 'm').test(given))).toEqual([]);
    expect(given).not.toMatch(/PASSWORD|SECRET|TOKEN/);
  });

  it('starts the database strict, in UTF-8 and with a clock nobody forges, as the private one', () => {
    const { command } = parseCompose(OURS).services.db;
    const theirs = serverOptions({ dataDir: '/d', socket: '/s', memory: 'durable', initFile: '/i', temporary: '/t' });
    const mine =
      /character-set|collation|sql-mode|time-zone|secure-timestamp|local-infile|symbolic|innodb-strict|ft-min|packet|flush-log/;
    for (const option of theirs.filter((one) => mine.test(one))) expect(command).toContain(option);
    expect(command).toContain(`--sql-mode=${SQL_MODE}`);
  });

  it('is started by the words the program knows', () => {
    const commands = Object.values(parseCompose(OURS).services).flatMap(({ image, command }) =>
      image.includes('ST0R_IMAGES') && command ? [command[0]] : [],
    );
    const program = ['apps/api/src/st0r.ts', 'apps/api/src/commands/database.command.ts']
      .map((name) => readFileSync(inRoot(name), 'utf8'))
      .join();
    for (const word of commands.filter((one) => one !== 'help')) expect(program).toMatch(new RegExp(`\\b${word}\\b`));
  });
});

describe('compose.dev.yml', () => {
  it('adds to compose.yml and opens nothing beyond this machine', () => {
    expect(
      composeFindings(DEV, { only: ['images-pinned', 'only-web-is-open', 'no-way-into-the-engine'] }).filter(
        ({ says }) => !/^(?:api|worker|db) has an image/.test(says),
      ),
    ).toEqual([]);
    expect(composeFindings(DEV.replace('127.0.0.1:8025:', '8025:'), { only: ['only-web-is-open'] })).toHaveLength(1);
  });
});

describe('compose.nodes.yml', () => {
  const merged = mergedCompose(parseCompose(OURS), parseCompose(NODES));

  it('keeps every rule together with compose.yml', () => {
    expect(composeFindings(stringify(merged))).toEqual([]);
    const broken = mergedCompose(merged, { services: { api: { environment: { REDIS_ULR: 'redis://cache' } } } });
    expect(rulesOf(stringify(broken))).toEqual(['settings-exist']);
  });

  it('runs two of everything that holds no truth, on the one Redis they can reach', () => {
    const { services } = merged;
    for (const name of ['api', 'worker']) {
      const { deploy, environment, networks, depends_on: waits } = services[name];
      const { hostname } = new URL(environment.REDIS_URL);
      expect([name, deploy.replicas, Object.keys(waits).includes(hostname)]).toEqual([name, 2, true]);
      expect(services[hostname].networks.filter((one) => networks.includes(one))).toEqual(['data']);
    }
    const replicas = Object.entries(services).flatMap(([name, { deploy }]) => (deploy ? [name] : []));
    expect(replicas).toEqual(['api', 'worker']);
    // Nodes drain longer than their load balancer needs to hear of it, and shorter than the engine waits.
    const drain = Number(services.api.environment.DRAIN_SECONDS);
    expect([drain > 0, drain + 6 < Number.parseInt(services.api.stop_grace_period, 10)]).toEqual([true, true]);
    expect(drain + 6).toBeLessThan(Number(/fail_timeout=(\d+)s/.exec(read('nginx/upstream.conf'))[1]));
  });

  it('takes from .env what its first lines say', () => {
    const [, profile] = /COMPOSE_PROFILES=(\w+)/.exec(NODES);
    expect(merged.services.cache.profiles).toEqual([profile]);
  });
});

describe('secrets', () => {
  it('can all come from files', () => {
    const secret = Object.entries(SETTINGS).filter(([name, schema]) =>
      /PASSWORD|SECRET(?!S_DIR)|TOKEN|:\/\/\w*:?(?:user|password)/.test(
        `${name} ${schema.description?.includes('user:password') ? '://user' : ''}`,
      ),
    );
    expect(secret.map(([name]) => name).filter((name) => !SECRET_SETTINGS.includes(name))).toEqual([]);
    expect(secret.length).toBeGreaterThan(5);
  });
});

describe('variables in a compose file', () => {
  it.each([
    ['${A}', 'x'],
    ['${B:-y}', 'y'],
    ['${A:-y}', 'x'],
    ['${A:+is ${A}}', 'is x'],
    ['${B:+is ${B}}', ''],
    ['${B-${A}}', 'x'],
    ['${EMPTY:-y}', 'y'],
    ['${EMPTY-y}', ''],
  ])('%s is "%s"', (text, value) => expect(interpolated(text, { A: 'x', EMPTY: '' })).toBe(value));

  it('complain in the words of the file', () =>
    expect(() => interpolated('${C:?set C in .env}', {})).toThrow('C: set C in .env'));
});
