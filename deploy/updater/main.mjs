import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
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
  const lock = await alone(resolve(values.root));
  if (!lock) return say('The updater is at work already.', 1);
  const places = placesIn(values.root);
  const { systemctl, patience, settle } = values;
  const services = new Services(places, { systemctl, patience: Number(patience), settle: Number(settle) });
  const update = new Update({ places, services, book: new Book(places), print: say });
  const outcome = await update.run();
  lock.close();
  if (!outcome) return say('Nothing was asked for.', 0);
  return outcome === 'done' ? 0 : 1;
}

/** A name in the kernel that is gone with this process, however it ends; undefined while another one has it. */
function alone(root) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 32);
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(undefined));
    server.listen(`\0st0r-updater-${name}`, () => done(server));
  });
}

function say(text, code = 0) {
  process.stdout.write(`${text}\n`);
  return code;
}

process.umask(0o022);
process.exitCode = await main(process.argv.slice(2));
