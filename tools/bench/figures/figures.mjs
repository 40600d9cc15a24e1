import { turn } from '../load.mjs';
import { freshen } from '../seed/people.mjs';
import { turnFigures } from '../statistics.mjs';
import { backupFigures, backupNotes } from './backup.mjs';
import { decryptionOf } from './decryption.mjs';
import { directoryFigures } from './directory.mjs';
import { firstLoad } from './first-load.mjs';
import { imageSize } from './image-size.mjs';
import { isolationFigures } from './isolation.mjs';
import { jobsPerSecond } from './jobs.mjs';
import { machineFigures } from './machine.mjs';
import { memoryOf } from './memory.mjs';
import { nodesFigures } from './nodes.mjs';
import { samlFigures } from './saml.mjs';
import { verifyEverything } from './sealing.mjs';
import { coldStart, secondStart } from './starting.mjs';
import { uniformFigures } from './uniform.mjs';

const FLOOD = 32;
const kibibytes = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;

/** Figures taken while the product still runs after the works. `attempt` does one part and remembers a failure. */
export async function collectFigures(run, attempt) {
  const { stack, facts, figures } = run;
  const { only } = run.wanted;
  const note = (figure) => figures.push(figure);
  const parts = {
    credentials: () => {
      const key = { organisation: facts.organisations[0].id, key: facts.bigKey };
      const value = decryptionOf(run.tools, key);
      note({ name: 'credentials', what: 'decrypting 1,000 user names', value, words: `${value.toFixed(1)} ms` });
    },
    saml: async () => {
      const value = await samlFigures();
      const { plain, encrypted, large } = value;
      const words = `${plain.toFixed(1)} ms, encrypted ${encrypted.toFixed(1)} ms, with 2,500 groups ${large.toFixed(1)} ms`;
      note({ name: 'saml', what: 'verifying a SAML response', value, words });
    },
    directory: async () => {
      const value = await directoryFigures();
      const { read, compared, grown } = value;
      const words = `read in ${(read / 1000).toFixed(1)} s, compared in ${compared.toFixed(0)} ms, ${grown.toFixed(0)} MiB`;
      note({ name: 'directory', what: 'a directory of 12,000 people', value, words });
    },
    signin: () => flood(run, note),
    uniform: async () => {
      const value = await uniformFigures(run);
      const { known, unknown, p, pairs } = value;
      const words = `${known.toFixed(1)} ms, without an account ${unknown.toFixed(1)} ms, p ${p.toFixed(3)} of ${pairs} pairs`;
      note({ name: 'uniform', what: 'a refused sign-in', value, words });
    },
    machine: async () => void figures.push(...(await machineFigures(run))),
    isolation: () => isolation(run, note),
    memory: () => {
      for (const [name, who] of Object.entries({ main: 'API', worker: 'worker' })) {
        const value = memoryOf(stack.pidOf(name));
        const words = value && `${value.now} MiB, at most ${value.highest} MiB`;
        if (value) note({ name: 'memory', what: `memory of the ${who}`, value, words });
      }
    },
    seal: () => sealing(run, note),
    jobs: async () => {
      for (const [driver, value] of Object.entries(await jobsPerSecond(stack)))
        note({ name: 'jobs', what: `jobs through ${driver}`, value, words: `${Math.round(value)} jobs/s` });
    },
    nodes: async () => {
      await freshen(stack.root);
      const value = await nodesFigures(run);
      const said = ({ rate, p95 }) => `${Math.round(rate)} req/s, p95 ${Math.round(p95)} ms`;
      const words = `one: ${said(value.one)}; two: ${said(value.two)}`;
      note({ name: 'nodes', what: 'a list through nginx, nodes', value, words });
    },
    page: () => pages(run, note),
    image: () => images(note),
  };
  for (const [name, work] of Object.entries(parts)) if (only.includes(name)) await attempt(run, name, work);
}

/** Figures that stop and start the product; they come last. */
export async function endFigures(run, attempt) {
  const { stack, figures } = run;
  const { only } = run.wanted;
  if (only.includes('start'))
    await attempt(run, 'cold start', async () => {
      const value = await coldStart(stack);
      const words = `${(value / 1000).toFixed(2)} s`;
      figures.push({ name: 'start', what: 'cold start of the API to ready', value, words });
    });
  if (only.includes('backup'))
    await attempt(run, 'backup', async () => void figures.push(...backupNotes(await backupFigures(run))));
  if (only.includes('start'))
    await attempt(run, 'second start', async () => {
      await run.floor.stop();
      await stack.stop();
      const value = await secondStart(stack);
      const words = `${(value / 1000).toFixed(2)} s`;
      figures.push({ name: 'start', what: 'second npm start', value, words });
    });
}

async function isolation({ stack, facts }, note) {
  const { organisations } = facts;
  const figures = await isolationFigures({ root: stack.root, organisations });
  const milliseconds = ({ p50, p95 }) => `${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`;
  for (const [what, value] of Object.entries(figures)) {
    const more = Math.round((value.view.p95 / value.table.p95 - 1) * 100);
    const words = `${milliseconds(value.view)}; table: ${milliseconds(value.table)}; p95 ${more < 0 ? '' : '+'}${more} %`;
    note({ name: 'isolation', what: `${what} through its view`, value, words });
  }
}

async function images(note) {
  const value = await imageSize();
  const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  const words = `${megabytes(value.files)} on disk, ${megabytes(value.layer)} compressed`;
  note({ name: 'image', what: 'image of API and worker above its base', value, words });
}

// What everybody else feels while as many people as fit try to sign in.
async function flood({ works, stack, wanted }, note) {
  const [signIn] = works.filter(({ name }) => name === 'signin');
  const other = works.find(({ name }) => name === 'list') ?? works.find(({ name }) => name === 'asset');
  if (!other) return;
  await freshen(stack.root);
  let next = 0;
  const [, calm] = await Promise.all([
    turn(() => signIn.ours(next++), { connections: FLOOD, seconds: wanted.seconds }),
    turn((number) => other.ours(number), { connections: 1, seconds: wanted.seconds }),
  ]);
  const { p95 } = turnFigures(calm);
  note({ name: 'signin', what: 'p95 of a list at 1 while 32 sign in', value: p95, words: `${p95.toFixed(0)} ms` });
}

async function sealing({ stack, sealed }, note) {
  const rate = `${Math.round(sealed.rate)} events/s over ${sealed.events} events`;
  note({ name: 'seal', what: 'sealing', value: sealed, words: rate });
  const checked = await verifyEverything(stack);
  const words = `${checked.seconds.toFixed(1)} s for ${checked.events} events`;
  note({ name: 'seal', what: 'st0r audit verify', value: checked, words });
}

async function pages({ stack, facts }, note) {
  await freshen(stack.root);
  const figures = await firstLoad({
    url: stack.url,
    person: facts.people.local,
    slug: facts.organisations[0].slug,
  });
  for (const [name, one] of Object.entries(figures)) {
    const { gzipped, sent, files, paint, at } = one;
    const sizes = `${kibibytes(gzipped)} gzipped JavaScript in ${files} files (${kibibytes(sent)} sent)`;
    const words = `${sizes}, largest paint ${Math.round(paint)} ms, at ${at}`;
    note({ name: 'page', what: `first load, ${name}`, value: one, words });
  }
}
