import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from './database.mjs';

const PAUSE = 1_000;
const MOST_RESTARTS = 5;
const CALM_AFTER = 60_000;

/**
 * Starts the private database again when it ends by itself (killed by the system, out of memory).
 * The socket stays where it is, so the API's pool finds it again. Answers { stop() }.
 */
export function keepDatabase(database, settings) {
  let current = database;
  let stopping = false;
  const watch = async () => {
    for (let restarts = 0; current.server && restarts < MOST_RESTARTS; restarts++) {
      const startedAt = Date.now();
      const { code, signal } = await current.server.ended;
      if (stopping) return;
      console.error(`          the database ended by itself (${signal ?? code}), starting it again ...`);
      await sleep(PAUSE);
      if (stopping) return;
      current = await openDatabase(settings);
      if (stopping) return;
      if (Date.now() - startedAt > CALM_AFTER) restarts = 0;
    }
  };
  const watching = watch().catch((error) =>
    console.error(`          the database cannot be started: ${error.message}`),
  );
  return {
    async stop() {
      stopping = true;
      await current.stop();
      // A new one may just be coming up; once the watch has ended, none will.
      await watching;
      await current.stop();
    },
  };
}
