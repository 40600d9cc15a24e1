import { PlainError } from '../workspace/plain-error.mjs';

/** Every name `--only` takes, in the order they run. */
export const NAMES = [
  'list',
  'keyset',
  'all',
  'asset',
  'relations',
  'graphql',
  'search',
  'reveal',
  'credentials',
  'create',
  'event',
  'signin',
  'uniform',
  'saml',
  'directory',
  'guard',
  'machine',
  'isolation',
  'seal',
  'jobs',
  'memory',
  'nodes',
  'page',
  'image',
  'backup',
  'start',
];

export const HELP = `npm run bench -- [--size S|L] [--only ${NAMES.slice(0, 3).join(',')},...] [--seconds 5] [--as-built]

Starts a private, durable MariaDB in a scratch folder under .data/bench, seeds it, starts the product as in
production and, beside it, a floor: a bare node:http server that runs the same statements. Each work is warmed up and
then measured in turns, product, floor, product, floor, with 1 and with 32 connections. The table says for each work
requests per second and milliseconds of both, the ratio of the two rates (1.00: as fast as the floor) and how far the
ratios of the single turns lie apart. The same figures go to .data/bench/<time>.json.

  --size S    50 organisations, 5,000 assets, 5,000 credentials, 50,000 events (what is used unless told)
  --size L    500 organisations, 100,000 assets (one organisation has 5,000), 50,000 credentials, 500,000 events
  --only      ${NAMES.join(', ')}
              (backup fills the database up to 1 GiB with a file beside it, and puts a backup of it back)
              (machine says how far this one is from the box on which goals in milliseconds were written down)
  --seconds   length of one turn; a work also ends early after a bounded number of requests
  --as-built  measures what was built last instead of building what changed

Compare ratios, not milliseconds: those belong to the machine. Nothing here passes or fails; the exit code is 1 only
when something did not run. Use a quiet machine: the load, the floor, the product and its database share its cores.`;

/** What `npm run bench -- ...` understands; throws a plain sentence for anything else. */
export function readBenchArguments(args) {
  const wanted = { size: 'S', only: NAMES, seconds: 5, asBuilt: false, help: false };
  const words = args.flatMap((word) => (/^--\w+=/.test(word) ? word.split(/=(.*)/s).slice(0, 2) : [word]));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--help') wanted.help = true;
    else if (word === '--as-built') wanted.asBuilt = true;
    else if (word === '--size') wanted.size = oneOf(word, words[(at += 1)], ['S', 'L']);
    else if (word === '--only') wanted.only = namesIn(words[(at += 1)]);
    else if (word === '--seconds') wanted.seconds = positive(word, words[(at += 1)]);
    else throw new PlainError(`npm run bench does not know "${word}".`, ['See: npm run bench -- --help']);
  }
  return wanted;
}

function namesIn(text = '') {
  const names = text.split(',').filter(Boolean);
  if (names.length === 0) throw new PlainError('--only needs at least one name.', [`It knows ${NAMES.join(', ')}.`]);
  return names.map((name) => oneOf('--only', name, NAMES));
}

function oneOf(option, value, allowed) {
  if (allowed.includes(value)) return value;
  throw new PlainError(`${option} does not know "${value ?? ''}".`, [`It knows ${allowed.join(', ')}.`]);
}

function positive(option, text) {
  const number = Number(text);
  if (number > 0 && number <= 600) return number;
  throw new PlainError(`${option} takes seconds between 0 and 600, not "${text ?? ''}".`);
}
