import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StopInstall } from './system.mjs';

/**
 * The machine being installed, or a folder that stands for one. Every change goes through here: it is made only when the
 * machine differs, it is counted and told, and a dry run only tells it.
 */
export class Host {
  #title = '';
  #told = '';

  constructor({ root = '', dry = false, print }) {
    Object.assign(this, { root, dry, print });
    this.changes = 0;
    /** systemd runs and may start and stop services. */
    this.systemd = root === '' && existsSync('/run/systemd/system');
  }

  /** Names the step whose changes follow. */
  step(title) {
    this.#title = title;
  }

  /** Where a path of the machine lies for us. */
  path(path) {
    return join(this.root || '/', path);
  }

  exists(path) {
    return Boolean(lstatSync(this.path(path), { throwIfNoEntry: false }));
  }

  read(path) {
    return existsSync(this.path(path)) ? readFileSync(this.path(path), 'utf8') : undefined;
  }

  /** Makes one change unless this is a dry run. */
  change(words, work) {
    this.changes += 1;
    if (this.#told !== this.#title) this.print(this.#title);
    this.#told = this.#title;
    this.print(`  ${this.dry ? 'would ' : ''}${words}`);
    return this.dry ? undefined : work();
  }

  /** A folder with this mode and owner. */
  folder(path, { mode = 0o755, owner, group = owner } = {}) {
    if (!this.exists(path)) this.change(`make ${path}`, () => mkdirSync(this.path(path), { recursive: true }));
    this.#mind(path, { mode, owner, group });
  }

  /** A file with this text, mode and owner; written beside and moved, so that nobody ever reads half of it. */
  file(path, text, { mode = 0o644, owner, keep = false } = {}) {
    const before = this.read(path);
    if (before === undefined || (before !== text && !keep)) {
      this.change(`${before === undefined ? 'write' : 'replace'} ${path}`, () => {
        mkdirSync(dirname(this.path(path)), { recursive: true });
        const beside = `${this.path(path)}.new`;
        writeFileSync(beside, text, { mode });
        renameSync(beside, this.path(path));
      });
    }
    this.#mind(path, { mode, owner, group: owner });
    return before !== text;
  }

  /** A link to this target. */
  link(path, target) {
    const at = this.path(path);
    if (this.exists(path) && lstatSync(at).isSymbolicLink() && readlinkSync(at) === target) return false;
    this.change(`link ${path} to ${target}`, () => {
      mkdirSync(dirname(at), { recursive: true });
      rmSync(`${at}.new`, { force: true });
      symlinkSync(target, `${at}.new`);
      renameSync(`${at}.new`, at);
    });
    return true;
  }

  remove(path) {
    if (this.exists(path)) this.change(`remove ${path}`, () => rmSync(this.path(path)));
  }

  /** Looks at the machine; nothing changes. Answers { code, output }. */
  look(command, ...args) {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    return { code: status ?? 127, output: `${stdout ?? ''}${stderr ?? ''}`.trim() };
  }

  /** Changes the machine by a command; stops the installation with its last words when that fails. */
  command(words, command, options = {}) {
    return this.change(words, () => this.quietly(command, options));
  }

  /** Runs a command that is safe to repeat and not worth telling. */
  quietly([program, ...args], { input, env, user } = {}) {
    if (this.dry) return '';
    const { status, stdout, stderr } = spawnSync(program, args, {
      ...{ encoding: 'utf8', input, env: { ...process.env, ...env }, maxBuffer: 64 * 1_048_576 },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    if (status === 0) return stdout;
    const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-8);
    throw new StopInstall(`"${program} ${args.join(' ')}" failed${status === null ? ': it is not there' : ''}.`, said);
  }

  #mind(path, { mode, owner = 'root', group = owner }) {
    const seen = statSync(this.path(path), { throwIfNoEntry: false });
    if (!seen) return;
    if ((seen.mode & 0o7777) !== mode)
      this.change(`set mode ${mode.toString(8)} on ${path}`, () => chmodSync(this.path(path), mode));
    const { uid } = this.account(owner) ?? {};
    const { gid } = this.account(group) ?? {};
    if (uid === undefined || gid === undefined || process.getuid() !== 0) return;
    if (seen.uid === uid && seen.gid === gid) return;
    this.change(`give ${path} to ${owner === group ? owner : `${owner} and ${group}`}`, () =>
      chownSync(this.path(path), uid, gid),
    );
  }

  /** { uid, gid } of an account of the machine; undefined while it is missing. */
  account(name) {
    if (name === 'root') return { uid: 0, gid: 0 };
    const line = (this.read('/etc/passwd') ?? '').split('\n').find((one) => one.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return line ? { uid: Number(uid), gid: Number(gid) } : undefined;
  }
}
