import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentHash, markFresh } from '../build/stamp.mjs';
import { scratchFolder } from '../mariadb/scratch.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { freePort } from './port.mjs';

// Small stand-ins for the built programs: enough to be started, asked, told to stop, and to fail on demand.
const MAIN = `
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
if (process.env.STUB_CRASH) throw new Error('PORT is not a colour');
const sealed = !existsSync(process.env.KEYRING_FILE);
const server = createServer((_, answer) => answer.writeHead(sealed ? 503 : 200).end(sealed ? '{"state":"sealed"}' : '{}'));
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
`;
const WORKER = 'setInterval(() => {}, 1000);';
const CLI = `
import { existsSync, writeFileSync } from 'node:fs';
const words = process.argv.slice(2).join(' ');
const { KEYRING_FILE } = process.env;
if (words === 'secrets init' && !existsSync(KEYRING_FILE)) writeFileSync(KEYRING_FILE, '{}');
if (words === 'setup-link') console.log('http://setup.invalid/once');
if (words === 'demo load') console.log('anna signs in with a password');
if (words === 'where') console.log(process.env.DATABASE_NAME + ' by ' + process.env.DATABASE_USER);
if (words === 'fail') process.exit(7);
`;
// Settings of whoever runs the tests must not reach the checkout under test.
const OURS_ALONE = Object.fromEntries(
  [
    'ST0R_PINNED_NODE',
    'npm_lifecycle_event',
    'HOST',
    'DATA_DIR',
    'SECRETS_DIR',
    'KEYRING_FILE',
    'DATABASE_URL',
    'DATABASE_URL_FILE',
  ].map((name) => [name, '']),
);
const SOURCES = {
  api: [
    'apps/api',
    'tools/build',
    'tools/mariadb/accounts.mjs',
    'tools/start/secrets.mjs',
    'libs',
    'package-lock.json',
    'tsconfig.base.json',
  ],
  web: ['apps/web', 'tools/build', 'libs', 'package-lock.json', 'tsconfig.base.json'],
};

/** A checkout with our tools, the installed packages and stand-ins for API and SPA; remove() takes it away. */
export async function stubCheckout() {
  const root = scratchFolder();
  cpSync(inRoot('tools'), join(root, 'tools'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(inRoot(name), join(root, name));
  symlinkSync(inRoot('node_modules'), join(root, 'node_modules'));
  const api = join(root, 'apps', 'api', 'dist');
  for (const name of ['api', 'web']) mkdirSync(join(root, 'apps', name, 'dist'), { recursive: true });
  for (const [name, text] of Object.entries({ main: MAIN, worker: WORKER, cli: CLI }))
    writeFileSync(join(api, `${name}.js`), text);
  writeFileSync(join(api, 'package.json'), '{ "type": "module" }');
  for (const name of ['api', 'web']) markFresh(join(root, 'apps', name, 'dist'), contentHash(root, SOURCES[name]));
  const checkout = { root, port: await freePort(), remove: () => rmSync(root, { recursive: true, force: true }) };
  return { ...checkout, run: (script, args = [], env = {}) => started(checkout, { script, args, env }) };
}

function started({ root, port }, { script, args, env }) {
  const child = spawn(process.execPath, [join(root, 'tools', script), ...args], {
    env: { ...process.env, ...OURS_ALONE, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, words })));
  const says = async (text) => {
    while (!words.includes(text) && child.exitCode === null) await sleep(50);
    if (!words.includes(text)) throw new Error(`"${text}" was never said, but:\n${words}`);
    return words;
  };
  return { child, ended, says };
}
