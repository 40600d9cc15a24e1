import { parse } from 'yaml';
import { SETTINGS, SECRET_SETTINGS } from '../../apps/api/src/platform/config/settings';
import { composeFile } from './compose-schema.mjs';
import { variablesOf } from './interpolation.mjs';

const SECRET_NAME = /(?:PASSWORD|SECRET|TOKEN|CREDENTIAL|(?:^|_)KEY)/;
const KNOWN_SETTINGS = [...Object.keys(SETTINGS), ...SECRET_SETTINGS.map((name) => `${name}_FILE`)];
const services = (file) => Object.entries(file.services);
const ours = (file) => services(file).filter(([, { image = '' }]) => image.includes('ST0R_IMAGES'));
const product = (file) => ours(file).filter(([name]) => name !== 'web');
const targetOf = (volume) => volume.replace(/^\$\{[^}]*\}|^[^:]*/, '').split(':')[1] ?? '';

/** A rule takes the parsed file and its text, and answers what is wrong, one sentence each. */
const RULES = {
  'images-pinned': (file) =>
    services(file)
      .filter(([, { image = '' }]) => !/@sha256:[0-9a-f]{64}$|:\$\{[A-Z0-9_]+:\?[^}]+\}$/.test(image))
      .map(([name]) => `${name} has an image without a version that somebody chose.`),
  'no-default-passwords': (file, text) => [
    ...variablesOf(text)
      .filter(({ name, operator }) => SECRET_NAME.test(name) && !/^ST0R_SECRETS$/.test(name) && operator?.endsWith('-'))
      .map(({ name }) => `${name} has a default.`),
    ...services(file).flatMap(([name, { environment = {} }]) =>
      Object.keys(environment)
        .filter((key) => SECRET_NAME.test(key) && !/_(?:FILE|DIR)$/.test(key))
        .map((key) => `${name} gets ${key} through its environment.`),
    ),
  ],
  'secrets-as-files': (file) =>
    services(file).flatMap(([name, { environment = {}, secrets = [], volumes = [] }]) =>
      Object.entries(environment)
        .filter(([key, value]) => key.endsWith('_FILE') && value !== '')
        .filter(([, value]) => !secrets.includes(value.replace(/^\/run\/secrets\//, '')))
        // The keyholder has the whole folder, to write into it as well.
        .filter(([, value]) => !volumes.some((one) => one.includes('SECRETS') && value.startsWith('/secrets/')))
        .map(([key, value]) => `${name} is told ${key}=${value}, which it does not get.`),
    ),
  'names-declared': (file) =>
    services(file).flatMap(([name, one]) => [
      ...missing(one.secrets, file.secrets).map((each) => `${name} wants the secret ${each}, which is not declared.`),
      ...missing(
        one.configs?.map(({ source }) => source),
        file.configs,
      ).map((each) => `${name}: no config ${each}.`),
      ...missing(one.networks, file.networks).map(
        (each) => `${name} is in the network ${each}, which is not declared.`,
      ),
      ...missing(namedVolumes(one), file.volumes).map(
        (each) => `${name} uses the volume ${each}, which is not declared.`,
      ),
      ...missing(Object.keys(one.depends_on ?? {}), file.services).map((each) => `${name} waits for ${each}.`),
    ]),
  'nothing-declared-in-vain': (file) => {
    const used = services(file).map(([, one]) => one);
    const unused = (declared = {}, uses) => Object.keys(declared).filter((each) => !used.flatMap(uses).includes(each));
    return [
      ...unused(file.secrets, ({ secrets = [] }) => secrets),
      ...unused(file.configs, ({ configs = [] }) => configs.map(({ source }) => source)),
      ...unused(file.networks, ({ networks = [] }) => networks),
      ...unused(file.volumes, namedVolumes),
    ].map((name) => `${name} is declared and not used.`);
  },
  'waits-can-end': (file) =>
    services(file).flatMap(([name, { depends_on: waits = {} }]) =>
      Object.entries(waits)
        .filter(([other, { condition }]) => {
          const { healthcheck, restart } = file.services[other] ?? {};
          if (condition === 'service_healthy') return !healthcheck || healthcheck.disable;
          return condition === 'service_completed_successfully' && restart !== 'no';
        })
        .map(([other, { condition }]) => `${name} waits until ${other} is ${condition}, which never comes.`),
    ),
  'settings-exist': (file) =>
    product(file).flatMap(([name, { environment = {} }]) =>
      Object.keys(environment)
        .filter((key) => !KNOWN_SETTINGS.includes(key))
        .map((key) => `${name} sets ${key}, which the product does not know.`),
    ),
  'ours-unprivileged': (file) =>
    ours(file)
      .filter(
        ([, one]) =>
          one.read_only !== true || one.user !== '10001:10001' || !one.tmpfs?.includes('/tmp') || one.cap_add,
      )
      .map(([name]) => `${name} is not unprivileged on a root it cannot write.`),
  'all-confined': (file) =>
    services(file)
      .filter(([, one]) => !one.cap_drop?.includes('ALL') || !one.security_opt?.includes('no-new-privileges:true'))
      .map(([name]) => `${name} keeps capabilities or may gain privileges.`),
  'only-web-is-open': (file) =>
    services(file)
      .filter(([name, { ports = [] }]) => name !== 'web' && ports.some((port) => !port.startsWith('127.0.0.1:')))
      .map(([name]) => `${name} can be reached from outside.`),
  'database-has-no-way-out': (file) =>
    (file.services.db?.networks ?? [])
      .filter((name) => !file.networks?.[name]?.internal)
      .map((name) => `db is in ${name}.`),
  'no-way-into-the-engine': (file) =>
    services(file)
      .filter(([, { volumes = [] }]) =>
        volumes.some((each) => /docker\.sock|^\/(?:etc|root|var|proc|sys)?(?:\/|:)/.test(each)),
      )
      .map(([name]) => `${name} mounts a part of the host.`),
  'secrets-only-where-needed': (file) =>
    services(file).flatMap(([name, { secrets = [] }]) =>
      secrets
        .filter((secret) => (SECRET_OF[secret] ?? []).length > 0 && !SECRET_OF[secret].includes(name))
        .map((secret) => `${name} gets ${secret}.`),
    ),
};

/** Who alone may hold what. */
const SECRET_OF = {
  'keyring.json': ['api', 'worker'],
  'token-signing.key': ['api', 'worker'],
  'pepper.key': ['api', 'worker'],
  'audit-mac.key': ['api', 'worker'],
  'checkpoint-signing.key': ['worker'],
  'database-root': ['db', 'migrate'],
  'database-migration': ['migrate'],
  'database-application': ['migrate', 'api', 'worker'],
  'database-retention': ['migrate', 'worker'],
  'smtp-url': ['migrate', 'api', 'worker'],
  'backup-target': ['worker'],
  'backup-safe-target': ['worker'],
  'tls.crt': ['web'],
  'tls.key': ['web'],
};

const missing = (wanted = [], declared = {}) => wanted.filter((name) => !Object.hasOwn(declared, name));
const namedVolumes = ({ volumes = [] }) =>
  volumes.filter((each) => /^[a-z]/.test(each)).map((each) => each.split(':')[0]);

/** Names of the rules. */
export const COMPOSE_RULES = Object.keys(RULES);

/** A compose file as an object, anchors and merges resolved. */
export const parseCompose = (text) => parse(text, { merge: true });

/** Two files as compose reads them together: mappings grow into each other, sequences one behind the other. */
export function mergedCompose(first, second) {
  const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  const grown = Object.entries(second).map(([key, value]) => {
    const before = first[key];
    if (isMap(before) && isMap(value)) return [key, mergedCompose(before, value)];
    return [key, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value];
  });
  return { ...first, ...Object.fromEntries(grown) };
}

/** What is wrong with a compose file: [{ rule, says }]. `only` leaves out rules an override cannot keep by itself. */
export function composeFindings(text, { only = COMPOSE_RULES } = {}) {
  const file = parseCompose(text);
  const shape = composeFile.safeParse(file);
  if (!shape.success)
    return shape.error.issues.map(({ path, message }) => ({ rule: 'schema', says: `${path.join('.')}: ${message}` }));
  return only.flatMap((rule) => RULES[rule](file, text).map((says) => ({ rule, says })));
}

/** Where a service sees what is mounted: its volumes' targets. */
export const mountsOf = ({ volumes = [] }) => volumes.map(targetOf);
