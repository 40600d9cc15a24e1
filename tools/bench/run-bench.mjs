import { buildChanged } from '../build/targets.mjs';
import { step } from '../workspace/steps.mjs';
import { printError } from '../workspace/plain-error.mjs';
import { collectFigures, endFigures } from './figures/figures.mjs';
import { sealEverything } from './figures/sealing.mjs';
import { startFloor } from './floor-process.mjs';
import { houseCrypto, houseSecrets } from './house-crypto.mjs';
import { openDoor } from './load.mjs';
import { measure } from './measure.mjs';
import { figureLines, head, tableLine, writeReport } from './report.mjs';
import { benchScratch, removeScratch } from './scratch.mjs';
import { freshen } from './seed/people.mjs';
import { seed } from './seed/seed.mjs';
import { installPrograms } from '../suite/system.mjs';
import { SIZES } from './sizes.mjs';
import { openStack } from './stack.mjs';
import { statementsOf } from './statements.mjs';
import { worksOf } from './works/works.mjs';

/** Beside these the worker runs and seals, as it does in production; reads leave no events and need no worker. */
const WITH_WORKER = ['reveal', 'create', 'event', 'signin', 'seal', 'memory', 'backup'];

/** These need a browser or a directory. */
const WITH_PROGRAMS = ['directory', 'page'];

/** Runs the whole bench on a database of its own; answers the exit code: 1 when something did not run. */
export async function runBench(wanted) {
  if (!wanted.asBuilt) await step('build', buildChanged);
  const run = { wanted, size: SIZES[wanted.size], rows: [], figures: [], failures: [], closers: [] };
  const interrupted = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Error('The bench was stopped.')));
  });
  try {
    await Promise.race([everything(run), interrupted]);
  } catch (error) {
    fail(run, 'bench', error);
  } finally {
    for (const close of run.closers.reverse()) await close().catch((error) => fail(run, 'stopping', error));
  }
  console.log(`\n${writeReport(reportOf(run))}`);
  return run.failures.length === 0 ? 0 : 1;
}

async function everything(run) {
  await prepare(run);
  const doors = { product: openDoor(run.stack.url), floor: openDoor(run.floor.url) };
  run.works = await worksOf({ ...run.wanted, ...run, root: run.stack.root, doors });
  console.log(`\n${head()}`);
  for (const work of run.works) await attempt(run, work.what.trim(), () => oneWork(run, work));
  await collectFigures(run, attempt);
  for (const door of Object.values(doors)) door.close();
  await endFigures(run, attempt);
  console.log(`\n${figureLines(run.figures).join('\n')}`);
}

async function prepare(run) {
  if (run.wanted.only.some((name) => WITH_PROGRAMS.includes(name))) await step('programs', installPrograms);
  const folder = await benchScratch();
  run.closers.push(async () => removeScratch(folder));
  await step('database, secrets and schema', async () => {
    run.stack = await openStack(folder, run.size);
  });
  run.closers.push(() => run.stack.stop());
  await step('API', async () => void (await run.stack.startApi()));
  const crypto = await houseCrypto();
  run.tools = { crypto, secrets: houseSecrets(crypto, run.stack.secretsDir) };
  const startedAt = performance.now();
  run.facts = await seed(run.stack, run.tools, run.size);
  run.seedSeconds = (performance.now() - startedAt) / 1000;
  run.figures.push({ name: 'seed', what: 'seeding', value: run.seedSeconds, words: `${run.seedSeconds.toFixed(0)} s` });
  if (run.wanted.only.some((name) => WITH_WORKER.includes(name)))
    await step('sealing by the worker', async () => void (run.sealed = await sealEverything(run.stack)));
  run.floor = await startFloor(run.stack.env);
  run.closers.push(() => run.floor.stop());
}

async function oneWork(run, work) {
  const { root } = run.stack;
  await freshen(root);
  // Far above the numbers of the turns, so that no record is made twice under one name.
  let number = 1_000_000;
  const act = () => work.ours(number++);
  await act();
  const statements = await statementsOf(root, act);
  for (const row of await measure(work, run.wanted)) {
    const whole = { ...row, statements };
    run.rows.push(whole);
    console.log(tableLine(whole));
  }
}

/** Does one part; what goes wrong is said and remembered, and the rest goes on. */
async function attempt(run, name, work) {
  try {
    await work();
  } catch (error) {
    fail(run, name, error);
  }
}

function fail(run, name, error) {
  run.failures.push({ name, message: error.message });
  console.error(`\n${name} did not run:`);
  printError(error);
}

const reportOf = ({ wanted, size, rows, figures, failures }) => ({ wanted, size, rows, figures, failures });
