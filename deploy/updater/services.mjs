import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeDurably, writeDurably } from './durable.mjs';

const PROCESSES = ['st0r-api.service', 'st0r-worker.service'];
const UNIT = /^st0r-[\w@.-]+$/;
/** The units of the updater itself follow once the release proved itself. */
const OWN = /^st0r-update\./;
const ANSWER_MS = 4_000;
const PAUSE_MS = 250;

/** What runs on the machine, through systemd; each step throws when the machine says no. */
export class Services {
  constructor(places, { systemctl = 'systemctl', patience = 120, settle = 5 } = {}) {
    Object.assign(this, { places, systemctl, patience, settle });
  }

  /** The service makes a backup, puts it back beside the installation and proves it; anything else fails. */
  backUp = () => this.#ask('start', 'st0r-backup.service');
  stop = () => this.#ask('stop', ...PROCESSES);
  migrate = () => this.#ask('restart', 'st0r-migrate.service');
  start = () => this.#ask('start', ...PROCESSES);

  /** Unpacked files and new secrets are on the disk before the journal says so. */
  flush = () => run('sync', ['--file-system', this.places.releases, this.places.secrets]);

  /** The units of a release, and the secrets it has and the ones before it did not. */
  lay(release) {
    this.#layUnits(release, (name) => !OWN.test(name));
    const { PATH } = process.env;
    run(join(release, 'bin', 'st0r'), ['secrets', 'init'], { env: { PATH, SECRETS_DIR: this.places.secrets } });
  }

  /** The units of the updater. */
  layUpdater = (release) => this.#layUnits(release, (name) => OWN.test(name));

  /** Every unit of the release before, and none that only the newer one has. */
  layBack(older, newer) {
    const had = unitsOf(older);
    for (const name of unitsOf(newer).filter((one) => !had.includes(one))) removeDurably(join(this.places.units, name));
    this.#layUnits(older, () => true);
  }

  #layUnits(release, which) {
    for (const name of unitsOf(release).filter(which)) {
      const text = readFileSync(join(folderOf(release), name), 'utf8');
      const path = join(this.places.units, name);
      if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeDurably(path, text);
    }
    this.#ask('daemon-reload');
  }

  /** Waits until the API is ready and both processes run, and looks once more a little later. */
  async healthy() {
    for (const until = Date.now() + this.patience * 1000; !(await this.#serves()); await sleep(PAUSE_MS))
      if (Date.now() > until) throw new Error(`The API is not ready after ${this.patience} seconds.`);
    await sleep(this.settle * 1000);
    if (!(await this.#serves())) throw new Error('The API was ready and is not any more.');
    this.#ask('is-active', '--quiet', ...PROCESSES);
  }

  async #serves() {
    const answer = await fetch(`${this.#address()}/health/ready`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(
      () => undefined,
    );
    return answer?.status === 200;
  }

  #address() {
    const settings = readFileSync(this.places.settings, 'utf8');
    const port = /^PORT=(\d+)$/m.exec(settings)?.[1] ?? '8080';
    return `http://127.0.0.1:${port}`;
  }

  #ask = (...words) => run(this.systemctl, words);
}

const folderOf = (release) => join(release, 'deploy', 'systemd');
// A way back that is taken twice finds the newer release gone already.
const unitsOf = (release) =>
  existsSync(folderOf(release)) ? readdirSync(folderOf(release)).filter((name) => UNIT.test(name)) : [];

function run(program, words, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8', ...options });
  if (status === 0) return;
  const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').at(-1) || error?.message || `exit code ${status}`;
  throw new Error(`"${[program.split('/').at(-1), ...words].join(' ')}" failed: ${said}`);
}
