import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { linkDurably, putAway } from './durable.mjs';
import { installedRelease } from './installed.mjs';
import { Refused } from './refused.mjs';
import { openRequest, requestKey } from './request.mjs';
import { layBeside, removeLeftovers, takeBundle } from './take.mjs';

const REQUEST_BYTES = 64 * 1024;
/** A way back that fails this often needs a person. */
const TRIES = 3;
/** From the first of these steps on the present release may have been touched. */
const TOUCHED = ['swapping', 'migrating', 'starting', 'proved'];

/** One run of the updater: first what an earlier run left open, then the request that waits. Answers an outcome or undefined. */
export class Update {
  constructor({ places, services, book, print }) {
    Object.assign(this, { places, services, book, print });
  }

  async run() {
    const open = this.book.open;
    const before = open ? await this.recover(open) : undefined;
    // A way back that is not there yet is written down in the one journal there is: nothing else begins before it ends.
    if (this.book.open) return before;
    return (await this.takeUp()) ?? before;
  }

  /** Finishes what proved itself and still does, and goes back from everything else. */
  recover(entry) {
    this.print(`The update ${entry.id} was interrupted at "${entry.step}".`);
    if (entry.step === 'proved') return this.confirm(entry);
    return this.goBack(entry, 'It was interrupted.');
  }

  async confirm(entry) {
    try {
      this.services.start();
      await this.services.healthy();
    } catch (error) {
      return this.goBack(entry, `It was interrupted. ${error.message}`);
    }
    return this.finish(entry);
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
    try {
      this.book.refuse(id, why);
    } catch (failure) {
      this.print(`How it ended could not be written: ${failure.message}`);
    }
    this.putRequestAway();
    this.print(`Refused: ${why.message}`);
    return 'refused';
  }

  // Whoever writes to the inbox may have made anything of it; the updater goes on whatever that is.
  putRequestAway() {
    try {
      putAway(this.places.request);
    } catch (error) {
      this.print(`The request could not be taken away: ${error.message}`);
    }
  }

  async carryOut(request) {
    const from = installedRelease(this.places);
    // Noted before the request goes: whatever happens from here on, it is not taken up twice.
    let entry = this.book.note({ id: request.id, from, to: null, tries: 0 }, 'checking');
    this.putRequestAway();
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
    this.services.flush();
    let entry = this.book.note(begun, 'swapping');
    this.services.stop();
    linkDurably(this.places.current, `releases/${entry.to.version}`);
    this.services.lay(release);
    entry = this.book.note(entry, 'migrating');
    this.services.migrate();
    entry = this.book.note(entry, 'starting');
    this.services.start();
    await this.services.healthy();
    this.services.flush();
    return this.book.note(entry, 'proved');
  }

  finish(entry) {
    this.services.layUpdater(join(this.places.releases, entry.to.version));
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
  async restore({ from, to }) {
    const [older, newer] = [join(this.places.product, from.target), `releases/${to.version}`];
    this.services.stop();
    linkDurably(this.places.current, from.target);
    if (readlinkSync(this.places.updater) === newer) linkDurably(this.places.updater, from.target);
    this.services.layBack(older, join(this.places.product, newer));
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
