import { HELP, readBenchArguments } from './bench/arguments.mjs';
import { installLocked } from './start/install.mjs';
import { onPinnedNode, rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { inRoot } from './workspace/paths.mjs';
import { printError } from './workspace/plain-error.mjs';

/** `npm run bench -- --size S|L`: how fast the product is against a floor in the same run. It measures and never judges. */
async function main(args) {
  const wanted = readBenchArguments(args);
  if (wanted.help) return console.log(HELP) ?? 0;
  if (!onPinnedNode()) {
    await installLocked();
    return rerunOnPinnedNode(inRoot('tools', 'bench.mjs'), args);
  }
  const { runBench } = await import('./bench/run-bench.mjs');
  return runBench(wanted);
}

process.exit(await main(process.argv.slice(2)).catch((error) => (printError(error), 1)));
