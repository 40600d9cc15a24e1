import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Book } from './book.mjs';
import { placesIn } from './places.mjs';
import { Services } from './services.mjs';
import { Update } from './update.mjs';

const OPTIONS = {
  root: { type: 'string', default: '/' },
  systemctl: { type: 'string', default: 'systemctl' },
  patience: { type: 'string', default: '120' },
  settle: { type: 'string', default: '5' },
};

/** Carries out the signed request that waits, or ends what was interrupted; answers the exit code. */
async function main(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const places = placesIn(values.root);
  const lock = alone(places);
  if (lock === undefined) return say('The updater is at work already.', 1);
  const { systemctl, patience, settle } = values;
  const services = new Services(places, { systemctl, patience: Number(patience), settle: Number(settle) });
  const update = new Update({ places, services, book: new Book(places), print: say });
  const outcome = await update.run();
  closeSync(lock);
  if (!outcome) return say('Nothing was asked for.', 0);
  return outcome === 'done' ? 0 : 1;
}

/**
 * Holds a file only root may open, as long as this process lives; undefined while another one has it. The kernel lets go of
 * it with the process, however that ends.
 */
function alone({ home, lock }) {
  mkdirSync(home, { recursive: true });
  const handle = openSync(lock, 'a', 0o600);
  const { status, error } = spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'inherit', handle] });
  if (error) throw error;
  return status === 0 ? handle : undefined;
}

function say(text, code = 0) {
  process.stdout.write(`${text}\n`);
  return code;
}

process.umask(0o022);
process.exitCode = await main(process.argv.slice(2));
