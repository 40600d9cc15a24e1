import { createCipheriv, randomBytes } from 'node:crypto';
import { argon2id, hash, verify } from 'argon2';
import { openDoor, turn } from '../load.mjs';
import { median, turnFigures } from '../statistics.mjs';

const HASHES = 15;
const INSERTS = 2_000;
const SEALS = 50_000;

const milliseconds = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
const perSecond = (value) => `${Math.round(value).toLocaleString('en')}/s`;

/** What is measured, and what the box on which the goals in milliseconds were written down took for it. */
const PARTS = [
  { what: 'an answer of node:http with one row by its key', there: 0.29, say: milliseconds, measure: rowByKey },
  { what: 'a durable insert of one row', there: 0.29, say: milliseconds, measure: insert },
  { what: 'one Argon2id, 19 MiB, t=2', there: 11, say: milliseconds, measure: argon },
  { what: 'AES-256-GCM of a short text', there: 149_000, say: perSecond, measure: seal },
];

/**
 * How fast this machine is where no part of the product runs, at one connection: goals in milliseconds belong to the box
 * they were written on, and these say how far that one is. Answers figures { name, what, value, words }.
 */
export async function machineFigures(run) {
  const figures = [];
  for (const { what, there, say, measure } of PARTS) {
    const value = await measure(run);
    const words = `${say(value)} (${say(there)} where the goals were written)`;
    figures.push({ name: 'machine', what, value: { here: value, there }, words });
  }
  return figures;
}

async function rowByKey({ floor, facts, wanted }) {
  const door = openDoor(floor.url);
  const [{ id }, ids] = [facts.organisations[0], facts.assets[0]];
  const act = (number) => door.send({ path: `/key?org=${id}&id=${ids[(number * 7919) % ids.length]}` });
  try {
    await turn(act, { connections: 1, seconds: wanted.seconds / 4 });
    return turnFigures(await turn(act, { connections: 1, seconds: wanted.seconds })).p50;
  } finally {
    door.close();
  }
}

async function insert({ stack }) {
  const { root } = stack;
  await root.query('CREATE TABLE bench_row (id INT UNSIGNED NOT NULL PRIMARY KEY, words VARCHAR(64) NOT NULL)');
  try {
    const act = (id) => root.execute('INSERT INTO bench_row (id, words) VALUES (?, ?)', [id, 'what one row holds']);
    const { latencies } = await turn(act, { connections: 1, seconds: 30, most: INSERTS });
    return median(latencies);
  } finally {
    await root.query('DROP TABLE bench_row');
  }
}

async function argon() {
  const hashed = await hash('correct horse', { type: argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 });
  const { latencies } = await turn(() => verify(hashed, 'correct horse'), {
    connections: 1,
    seconds: 30,
    most: HASHES,
  });
  return median(latencies);
}

function seal() {
  const key = randomBytes(32);
  const text = Buffer.from('administrator');
  const startedAt = performance.now();
  for (let at = 0; at < SEALS; at += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
    Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  }
  return (SEALS / (performance.now() - startedAt)) * 1000;
}
