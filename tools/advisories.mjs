import { rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { PlainError, printError } from './workspace/plain-error.mjs';
import { inRoot } from './workspace/paths.mjs';
import { parseArgs } from 'node:util';

const HELP = `node tools/advisories.mjs [--registry <address>]
  Asks the registry of npm which packages of production have known faults.
  Exit code 0: none. 1: some. 3: unknown, because nobody answered.`;

/** What is known against the packages a release brings along; an outage is no good news and no bad one. */
async function main(args) {
  const rerun = await rerunOnPinnedNode(inRoot('tools', 'advisories.mjs'), args);
  if (rerun !== undefined) return rerun;
  const { values } = parseArgs({ args, options: { registry: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return (console.log(HELP), 0);
  const { askRegistry, exitCodeOf, wordsOf } = await import('./release/advisories.mjs');
  const verdict = await askRegistry(inRoot(), { registry: values.registry });
  console.log(wordsOf(verdict).join('\n'));
  return exitCodeOf(verdict);
}

process.exitCode = await main(process.argv.slice(2)).catch(
  (error) => (printError(error instanceof Error ? error : new PlainError(String(error))), 2),
);
