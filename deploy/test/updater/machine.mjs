import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placesIn } from '../../updater/places.mjs';
import { requestKey, signRequest } from '../../updater/request.mjs';
import { KEYS_FILE } from '../../../tools/release/bundle.mjs';
import { inRoot } from '../../../tools/workspace/paths.mjs';
import { run } from '../../../tools/workspace/run.mjs';
import { smallRelease } from './small-release.mjs';

const { privateKey: key } = generateKeyPairSync('ed25519');
/** The key releases of this file are signed with. */
export const releaseKey = key;
const secret = `${randomBytes(32).toString('base64url')}\n`;

// What systemd would do: it notes what was asked, and the release that is current decides what goes wrong.
const SYSTEMCTL = `#!/bin/sh
root=$(dirname "$0")
current=$(readlink "$root/opt/st0r/current")
fails() { grep -qx "$1" "$root/opt/st0r/$current/fails"; }
echo "$current: $*" >>"$root/asked"
case "$*" in
  'start st0r-backup.service') if fails backup; then echo 'no backup' >&2; exit 1; fi; echo 1 >>"$root/backups" ;;
  'stop st0r-api.service st0r-worker.service') if fails stop; then exit 1; fi; rm -f "$root/runs" ;;
  'restart st0r-migrate.service') if fails migrate; then echo 'no step' >&2; exit 1; fi ;;
  'start st0r-api.service st0r-worker.service') if fails start; then exit 1; fi; echo "$current" >"$root/runs" ;;
  'is-active --quiet st0r-api.service st0r-worker.service') [ -f "$root/runs" ] ;;
  daemon-reload) ;;
  *) exit 9 ;;
esac
`;

// What would flush the disks notes only that it was asked to.
const SYNC = `#!/bin/sh
root=$(dirname "$0")/..
echo "$(readlink "$root/opt/st0r/current"): sync" >>"$root/asked"
`;

/** A folder that stands for a server with release 1.0.0 on it, and the answer of its API. */
export async function aMachine({ installed = {} } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'st0r-machine-'));
  const places = placesIn(root);
  for (const place of [places.inbox, places.units, places.secrets]) mkdirSync(place, { recursive: true });
  const release = join(places.releases, '1.0.0');
  smallRelease(release, { version: '1.0.0', number: 1, key, ...installed });
  for (const link of [places.current, places.updater]) symlinkSync('releases/1.0.0', link);
  copyFileSync(join(release, KEYS_FILE), places.keys);
  copyFileSync(join(release, 'deploy/systemd/st0r-api.service'), join(places.units, 'st0r-api.service'));
  writeFileSync(join(places.secrets, 'update-request.key'), secret, { mode: 0o600 });
  writeFileSync(join(root, 'systemctl'), SYSTEMCTL);
  chmodSync(join(root, 'systemctl'), 0o755);
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin/sync'), SYNC, { mode: 0o755 });
  writeFileSync(join(root, 'runs'), 'releases/1.0.0\n');
  const api = createServer((_, answer) => answer.writeHead(isReady(root) ? 200 : 503).end()).listen(0, '127.0.0.1');
  await once(api, 'listening');
  writeFileSync(places.settings, `PUBLIC_URL=https://st0r.test\nPORT=${api.address().port}\n`);
  return {
    root,
    places,
    end() {
      api.close();
      api.closeAllConnections();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function isReady(root) {
  const runs = join(root, 'runs');
  if (!existsSync(runs)) return false;
  const fails = join(root, 'opt/st0r', readFileSync(runs, 'utf8').trim(), 'fails');
  return existsSync(fails) && !readFileSync(fails, 'utf8').split('\n').includes('health');
}

let asked = 0;

/** Puts a bundle into the inbox and asks for it, as the product does; `change` is what somebody does to the request. */
export function ask({ places }, file, { change = (text) => text, ...facts } = {}) {
  const name = 'next.st0r';
  copyFileSync(file, join(places.inbox, name));
  asked += 1;
  const id = `00000000-0000-7000-8000-${String(asked).padStart(12, '0')}`;
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const request = { id, file: name, sha256, version: '?', askedAt: new Date().toISOString(), ...facts };
  writeFileSync(places.request, change(signRequest(request, requestKey(secret))));
  return id;
}

/** Runs the updater once; answers { code, signal, output }. */
export function update({ root }, env = {}) {
  const preload = ['--import', inRoot('deploy/test/updater/kill-at.mjs')];
  const words = ['--root', root, '--systemctl', join(root, 'systemctl'), '--patience', '0.3', '--settle', '0'];
  return run(process.execPath, [...preload, inRoot('deploy/updater/main.mjs'), ...words], {
    env: { PATH: `${join(root, 'bin')}:${process.env.PATH}`, ...env },
  });
}

/** What a visitor and an operator would see of a machine. */
export function stateOf({ root, places }) {
  const runs = join(root, 'runs');
  return {
    current: readlinkSync(places.current),
    updater: readlinkSync(places.updater),
    runs: existsSync(runs) ? readFileSync(runs, 'utf8').trim() : null,
    unit: readFileSync(join(places.units, 'st0r-api.service'), 'utf8').trim(),
    releases: readdirSync(places.releases).sort(),
    open: existsSync(places.journal) || existsSync(places.request),
    work: existsSync(places.work) ? readdirSync(places.work) : [],
  };
}

/** A machine on which nothing but this release ever was. */
export const settled = (version, releases = [version]) => ({
  current: `releases/${version}`,
  updater: `releases/${version}`,
  runs: `releases/${version}`,
  unit: `# of release ${version}`,
  releases,
  open: false,
  work: [],
});

/** How an update ended, as the product reads it. */
export const resultOf = ({ places }, id) => JSON.parse(readFileSync(join(places.results, `${id}.json`), 'utf8'));
