import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, removeDurably, writeDurably } from './durable.mjs';

/** How many results are kept; a request is too old long before its result goes. */
const KEPT = 100;

/** What is under way and how things ended, in files that belong to root and that the product may read. */
export class Book {
  constructor(places) {
    this.places = places;
    for (const folder of [places.results, places.work]) mkdirSync(folder, { recursive: true });
    chmodSync(places.work, 0o700);
  }

  /** The update that is under way or was cut short: { id, step, from, to, tries, steps }. */
  get open() {
    return readJson(this.places.journal);
  }

  /** Notes the step that begins now. */
  note(entry, step) {
    const steps = [...(entry.steps ?? []), { step, at: new Date().toISOString() }];
    const next = { ...entry, step, steps };
    this.#write(this.places.journal, next);
    return next;
  }

  /** True when this request was taken up before: each is good once. */
  knows(id) {
    return existsSync(this.#resultOf(id)) || this.open?.id === id;
  }

  /** Says how an update ended, then closes the journal; repeating it after an interruption is safe. */
  close(entry, outcome, says) {
    const { id, from, to, steps } = entry;
    if (!existsSync(this.#resultOf(id)))
      this.#write(this.#resultOf(id), result({ id, from, to, steps }, outcome, says));
    removeDurably(this.places.journal);
    this.#forget();
  }

  /** A request that never became an update. One that nobody signed has no name of its own, and keeps one place. */
  refuse(id, { code, message }) {
    if (id && this.knows(id)) return;
    const path = id ? this.#resultOf(id) : join(this.places.home, 'refused.json');
    this.#write(path, { ...result({ id: id ?? null, steps: [] }, 'refused', message), code });
    this.#forget();
  }

  // Whoever can sign requests could fill the disk with how they ended.
  #forget() {
    const all = readdirSync(this.places.results).map((name) => join(this.places.results, name));
    const timed = all.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((one, other) => other.at - one.at);
    for (const { path } of timed.slice(KEPT)) rmSync(path);
  }

  #resultOf = (id) => join(this.places.results, `${id}.json`);
  #write = (path, value) => writeDurably(path, `${JSON.stringify(value, null, 2)}\n`);
}

const result = (facts, outcome, says) => ({ ...facts, outcome, says, at: new Date().toISOString() });
