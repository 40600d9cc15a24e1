import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../workspace/steps.mjs';

const LATE_PATIENCE = 15_000;
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Collects what was started and stops it in the opposite order, once.
 * Signals and the death of the outer process ask for the stop; a second Ctrl-C changes nothing, the stop is under way.
 */
export class Shutdown {
  #closers = [];
  #signal;

  constructor() {
    /** Settles with the name of the signal that asked us to stop. */
    this.asked = new Promise((resolve) => {
      const ask = (signal) => resolve((this.#signal ??= signal));
      for (const signal of Object.keys(EXIT_CODES)) process.on(signal, () => ask(signal));
      process.on('disconnect', () => ask('SIGTERM'));
    });
  }

  /** Remembers how to stop something that now runs. */
  add(close) {
    this.#closers.push(close);
  }

  /** One step of the start; throws Interrupted instead when a stop was asked for. */
  async step(title, work) {
    if (this.#signal) throw new Interrupted(this.#signal);
    return step(title, work);
  }

  /** Waits for the start, unless a stop is asked for: then stops what runs, lets the step under way fail, and throws. */
  async unlessAsked(rising) {
    const asked = this.asked.then((signal) => new Interrupted(signal));
    const first = await Promise.race([rising, asked]);
    if (!(first instanceof Interrupted)) return first;
    await this.stop();
    await Promise.race([rising.catch(() => {}), sleep(LATE_PATIENCE, undefined, { ref: false })]);
    throw first;
  }

  /** Stops everything, last started first; a failure in one does not keep the others running. */
  async stop() {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) {
      try {
        await close();
      } catch (error) {
        console.error(`          ${error.message}`);
      }
    }
  }
}

/** Somebody asked us to stop before everything ran. */
export class Interrupted extends Error {
  constructor(signal) {
    super(`Stopped while starting (${signal}).`);
    this.exitCode = EXIT_CODES[signal];
  }
}
