import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkDurably, removeDurably } from './durable.mjs';
import { installedRelease } from './installed.mjs';
import { Refused } from './refused.mjs';
import { openRequest, requestKey } from './request.mjs';
import { layBeside, removeLeftovers, takeBundle } from './take.mjs';

const REQUEST_BYTES = 64 * 1024;
/** A way back that fails this often needs a person. */
const TRIES = 3;
/** From the first of these steps on the present release may have been touched. */
const TOUCHED = ['swapping', 'migrating', 'starting'];

/** One run of the updater: first what an earlier run left open, then the request that waits. Answers an outcome or undefined. */
export class Update {
  constructor({ places, services, book, print }) {
    Object.assign(this, { places, services, book, print });
  }

  async run() {
    const open = this.book.open;
    const before = open ? await this.recover(open) : undefined;
    return (await this.takeUp()) ?? before;
  }

  /** Finishes what proved itself, and goes back from everything else. */
  recover(entry) {
    this.print(`The update ${entry.id} was interrupted at "${entry.step}".`);
    if (entry.step === 'proved') return this.finish(entry);
    return this.goBack(entry, 'It was interrupted.');
  }

  async takeUp() {
    const text = await this.requestText();
    if (text === undefined) return undefined;
    let request;
    try {
      request = openRequest(text, requestKey(await readFile(join(this.places.secrets, 'update-request.key'), 'utf8')));
      if (this.book.knows(request.id)) throw new Refused('request.used', 'This request was taken up before.');
    } catch (error) {
      return this.refuse(request?.id, error);
    }
    return this.carryOut(request);
  }

  /** The waiting request; a link or something long is none. */
  async requestText() {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = await open(this.places.request, flags).catch((error) =>
      error.code === 'ENOENT' ? undefined : null,
    );
    if (!handle) return handle === null ? '' : undefined;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(REQUEST_BYTES), 0, REQUEST_BYTES, 0).catch(() => ({}));
    await handle.close();
    return buffer?.toString('utf8', 0, bytesRead) ?? '';
  }

  refuse(id, error) {
    const why = error instanceof Refused ? error : new Refused('request.key', error.message);
    this.book.refuse(id, why);
    removeDurably(this.places.request);
    this.print(`Refused: ${why.message}`);
    return 'refused';
  }

  async carryOut(request) {
    const from = installedRelease(this.places);
    // Noted before the request goes: whatever happens from here on, it is not taken up twice.
    let entry = this.book.note({ id: request.id, from, to: null, tries: 0 }, 'checking');
    removeDurably(this.places.request);
    try {
      const taken = await takeBundle(this.places, request);
      const { version, number } = taken.bundle.manifest;
      entry = this.book.note({ ...entry, to: { version, number } }, 'unpacking');
      await layBeside(this.places, taken);
      entry = this.book.note(entry, 'backing_up');
      this.services.backUp();
      entry = await this.swap(entry);
    } catch (error) {
      return this.goBack(this.book.open ?? entry, error.message, error instanceof Refused ? 'refused' : undefined);
    }
    return this.finish(entry);
  }

  async swap(begun) {
    const release = join(this.places.releases, begun.to.version);
    let entry = this.book.note(begun, 'swapping');
    this.services.stop();
    linkDurably(this.places.current, `releases/${entry.to.version}`);
    this.services.lay(release);
    entry = this.book.note(entry, 'migrating');
    this.services.migrate();
    entry = this.book.note(entry, 'starting');
    this.services.start();
    await this.services.healthy();
    return this.book.note(entry, 'proved');
  }

  finish(entry) {
    linkDurably(this.places.updater, `releases/${entry.to.version}`);
    removeLeftovers(this.places);
    this.book.close(entry, 'done', `Release ${entry.to.version} runs.`);
    this.print(`Release ${entry.to.version} runs.`);
    return 'done';
  }

  /** Puts everything back; where nothing was touched yet, only leftovers go. */
  async goBack(entry, why, outcome = 'failed') {
    this.print(`${why} Going back.`);
    if (!TOUCHED.includes(entry.step)) {
      removeLeftovers(this.places, entry.to?.version);
      this.book.close(entry, outcome, `${why} Nothing was changed.`);
      return outcome;
    }
    const next = this.book.note({ ...entry, tries: entry.tries + 1 }, entry.step);
    try {
      await this.restore(next);
    } catch (error) {
      return this.stuck(next, `${why} The way back failed as well: ${error.message}`);
    }
    removeLeftovers(this.places, entry.to.version);
    this.book.close(next, 'rolled_back', `${why} Release ${entry.from.version} runs again.`);
    return 'rolled_back';
  }

  /** The release before, with its units. Its code works on the newer schema: steps of a release only add (expand, then contract). */
  async restore({ from }) {
    this.services.stop();
    linkDurably(this.places.current, from.target);
    this.services.lay(join(this.places.product, from.target));
    this.services.migrate();
    this.services.start();
    await this.services.healthy();
  }

  // The journal stays for the next run, a few times; then it is closed, so that systemd does not try for ever.
  stuck(entry, says) {
    this.print(says);
    if (entry.tries >= TRIES) this.book.close(entry, 'stuck', `${says} Look at journalctl -u st0r-update.`);
    return 'stuck';
  }
}
