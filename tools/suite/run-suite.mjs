import { clearLeftovers } from '../mariadb/scratch.mjs';
import { printError, PlainError } from '../workspace/plain-error.mjs';
import { endRunning } from '../workspace/run.mjs';
import { seconds, step } from '../workspace/steps.mjs';
import { STAGES } from './stages.mjs';
import { installPrograms } from './system.mjs';

const NEED_PROGRAMS = ['unit', 'contract', 'api', 'journeys', 'deploy'];

/** Names of the stages to run: all, or those after --only. */
export function wantedStages(args, known = Object.keys(STAGES)) {
  if (args.length === 0) return known;
  const names = (args[0] === '--only' ? args[1] : args[0].replace(/^--only=/, ''))?.split(',') ?? [];
  const unknown = names.find((name) => !known.includes(name));
  if (names.length && unknown === undefined && args.length <= 2) return known.filter((name) => names.includes(name));
  throw new PlainError(`npm test does not know ${unknown ? `the stage "${unknown}"` : 'these words'}.`, [
    `npm test -- --only ${known.join(',')}`,
  ]);
}

/** Runs the stages one after the other, all of them whatever fails, prints the sums and answers the exit code. */
export async function runSuite(args) {
  const names = wantedStages(args);
  if (names.some((name) => NEED_PROGRAMS.includes(name))) await step('programs', installPrograms);
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, giveUp);
  const results = [];
  for (const name of names) results.push(await runStage(name));
  process.removeListener('disconnect', giveUp);
  // Gigabytes of memory where folders are kept there; whoever made them has ended.
  await clearLeftovers().catch(printError);
  return summarise(results);
}

function giveUp() {
  endRunning();
  console.log('\nInterrupted.\n\n0 passed, 1 failed');
  process.exit(130);
}

async function runStage(name) {
  const startedAt = performance.now();
  const result = await STAGES[name]().catch((error) => {
    printError(error);
    return { passed: 0, failed: 1, skipped: [], words: [`The stage broke: ${error.message}`] };
  });
  const { passed, failed, skipped } = result;
  const counts = `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`;
  console.log(`${seconds(performance.now() - startedAt)}  ${name}: ${counts}`);
  for (const line of [...(result.notes ?? []), ...result.words]) console.log(`            ${line}`);
  return { name, ...result };
}

/** Prints what was skipped and the one last line; a run that passed nothing has failed. */
export function summarise(results, print = console.log) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const skipped = results.flatMap((result) => result.skipped);
  if (skipped.length) print(['', `${skipped.length} skipped:`, ...skipped.map((name) => `  ${name}`)].join('\n'));
  const [passed, failed] = [total('passed'), total('failed')];
  const empty = results.filter((result) => result.passed + result.failed === 0).map(({ name }) => name);
  if (empty.length) print(`Without a single check: ${empty.join(', ')}`);
  print(`\n${passed} passed, ${failed + empty.length} failed`);
  return failed + empty.length > 0 ? 1 : 0;
}
