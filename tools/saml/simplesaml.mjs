import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../start/port.mjs';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { endProcess } from '../workspace/processes.mjs';
import { answers, certify } from './provider.mjs';

const WWW = '/usr/share/simplesamlphp/www';

/**
 * SimpleSAMLphp as an identity provider on loopback, configured from nothing but our metadata. `host` is the name
 * browsers call it by: `localhost` is another site than `127.0.0.1`.
 */
export async function startSimpleSaml(ourMetadata, { host = '127.0.0.1', people = PEOPLE } = {}) {
  const folder = scratchFolder();
  const url = `http://${host}:${await freePort()}/`;
  configure(folder, { url, ourMetadata, people });
  const log = openSync(join(folder, 'php.log'), 'a');
  const words = ['-d', 'display_errors=0', '-S', new URL(url).host, '-t', WWW];
  const env = { ...process.env, SIMPLESAMLPHP_CONFIG_DIR: folder, PHP_CLI_SERVER_WORKERS: '2' };
  const php = spawn('php', words, { env, stdio: ['ignore', log, log] });
  const metadataUrl = `${url}saml2/idp/metadata.php`;
  const stop = async () => {
    await endProcess(php.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  await answers(metadataUrl, stop);
  return {
    entityId: metadataUrl,
    metadataUrl,
    /** Signs by another certificate from now on. */
    changeCertificate: () => certify(join(folder, 'provider'), 'SimpleSAMLphp renewed'),
    lastWords: () => readFileSync(join(folder, 'simplesamlphp.log'), 'utf8').split('\n').slice(-40).join('\n'),
    stop,
  };
}

const PEOPLE = {
  'mara:correct horse': {
    uid: ['mara'],
    mail: ['mara@example.test'],
    displayName: ['Mara Lind'],
    groups: ['msp-technicians', 'everybody'],
  },
};

function configure(folder, { url, ourMetadata, people }) {
  for (const name of ['metadata', 'sessions', 'data', 'tmp']) mkdirSync(join(folder, name));
  certify(join(folder, 'provider'), 'SimpleSAMLphp');
  writeFileSync(join(folder, 'metadata', 'st0r.xml'), ourMetadata);
  write(folder, 'config', { variable: 'config', value: mainConfig(folder, url) });
  write(folder, 'authsources', {
    variable: 'config',
    value: { people: [['exampleauth:UserPass'], people] },
    more: '$config["people"] = array_merge(...$config["people"]);',
  });
  write(folder, 'metadata/saml20-idp-hosted', { variable: 'metadata', value: { '__DYNAMIC:1__': HOSTED } });
}

const mainConfig = (folder, url) => ({
  baseurlpath: url,
  certdir: `${folder}/`,
  loggingdir: `${folder}/`,
  datadir: `${folder}/data/`,
  tempdir: `${folder}/tmp`,
  metadatadir: `${folder}/metadata/`,
  'metadata.sources': [{ type: 'flatfile' }, { type: 'xml', file: `${folder}/metadata/st0r.xml` }],
  secretsalt: certify.random(),
  'auth.adminpassword': certify.random(),
  timezone: 'UTC',
  'logging.handler': 'file',
  'logging.level': 7,
  'enable.saml20-idp': true,
  'module.enable': { exampleauth: true, core: true, saml: true },
  'store.type': 'phpsession',
  'session.phpsession.savepath': `${folder}/sessions`,
  'session.cookie.secure': false,
  'session.cookie.samesite': null,
  'language.cookie.secure': false,
  'language.cookie.samesite': null,
  'language.available': ['en'],
  'language.default': 'en',
  production: true,
});

const HOSTED = {
  host: '__DEFAULT__',
  privatekey: 'provider.key',
  certificate: 'provider.crt',
  auth: 'people',
  'saml20.sign.response': true,
  'saml20.sign.assertion': true,
  // Refuses requests of ours that carry no valid signature.
  'redirect.sign': true,
  'redirect.validate': true,
  'validate.authnrequest': true,
  NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  authproc: { 3: { class: 'saml:PersistentNameID', attribute: 'uid' } },
};

/** A PHP file that fills one variable; JSON is read by PHP, so nothing needs escaping but what JSON escapes. */
function write(folder, name, { variable, value, more = '' }) {
  const json = Buffer.from(JSON.stringify(value)).toString('base64');
  writeFileSync(
    join(folder, `${name}.php`),
    `<?php\n$${variable} = json_decode(base64_decode('${json}'), true);\n${more}\n`,
  );
}
