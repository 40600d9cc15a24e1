import { runnerImport } from 'vite';
import { startSlapd } from '../../ldap/slapd.mjs';
import { inRoot, ROOT } from '../../workspace/paths.mjs';

const folder = ['apps', 'api', 'src', 'modules', 'sso', 'ldap'];
const SUFFIX = 'dc=crowd,dc=bench';
const PEOPLE = 12_000;
/** One in a hundred has left since the last look. */
const LEFT = 100;

/**
 * A directory of 12,000 people with one group that holds them all: milliseconds to read it by pages through TLS and to
 * compare it with as many accounts, and by how many MiB the process grew. Nothing is written.
 */
export async function directoryFigures() {
  const { branches } = await load('fixture', 'planet-express.fixture.ts');
  const { crowdOf, crowdGroup } = await load('fixture', 'crowd.fixture.ts');
  const ldif = [branches(SUFFIX), crowdOf(SUFFIX, 0, PEOPLE)].join('\n');
  const directory = await startSlapd({ suffix: SUFFIX, ldif });
  try {
    return await measured(directory, crowdGroup(SUFFIX));
  } finally {
    await directory.stop();
  }
}

async function measured(directory, group) {
  const [reader, connection] = await prepared(directory);
  const { planSync, guardRefusal } = await load('sync', 'sync-plan.ts');
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const startedAt = performance.now();
  const upstream = await reader.read(connection, [group], async () => undefined);
  const readAt = performance.now();
  const mapping = { organisationId: 'organisation', roleId: 'role', group };
  const known = knownPeople([...upstream.people.keys()], mapping);
  const comparedFrom = performance.now();
  const plans = planSync(known, upstream, [mapping]);
  if (plans.length !== Math.floor(PEOPLE / LEFT) || guardRefusal(known, plans))
    throw new Error('The comparison is wrong.');
  const compared = performance.now() - comparedFrom;
  return { read: readAt - startedAt, compared, grown: (process.memoryUsage().rss - before) / 1024 ** 2 };
}

/** Everybody of the directory with the role they have, and some the directory does not know any more. */
const knownPeople = (keys, role) =>
  keys.map((key, at) => ({
    userId: key,
    name: key,
    state: 'active',
    keys: [at % LEFT === LEFT - 1 ? `left ${key}` : key],
    left: false,
    administrator: false,
    roles: [role],
    held: [role],
  }));

async function prepared({ suffix, pem, tlsPort }) {
  const { configureLdap } = await load('connection', 'ldap-config.ts');
  const { Directories } = await load('directory', 'directories.ts');
  const { Breaker } = await load('directory', 'breaker.ts');
  const { DirectoryReader } = await load('sync', 'directory-reader.ts');
  const { Outgoing } = await imported('apps', 'api', 'src', 'platform', 'outgoing', 'outgoing.ts');
  const outgoing = new Outgoing({
    OUTGOING_ALLOWED_CIDRS: 'ldap=127.0.0.0/8@*,ldap=::1/128@*',
    OUTGOING_ALLOWED_PORTS: '443',
  });
  const config = configureLdap(
    {},
    {
      preset: 'openldap',
      host: 'localhost',
      port: tlsPort,
      ca: pem,
      bindDn: `cn=reader,${suffix}`,
      userBase: `ou=people,${suffix}`,
      groupBase: `ou=groups,${suffix}`,
    },
  );
  const secrets = { open: async () => 'secret' };
  return [new DirectoryReader(new Directories(outgoing, secrets, new Breaker())), { id: 'bench', version: 1, config }];
}

const load = (...path) => imported(...folder, ...path);

const imported = async (...path) => {
  const settings = { root: ROOT, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true } };
  return (await runnerImport(inRoot(...path), settings)).module;
};
