import { installLocked } from './start/install.mjs';
import { onPinnedNode, rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { inRoot } from './workspace/paths.mjs';
import { printError } from './workspace/plain-error.mjs';
import { step } from './workspace/steps.mjs';

/** `npm test [-- --only unit,lint]`: everything that must hold, with one line of sums at the end. */
async function main(args) {
  if (!onPinnedNode()) {
    await step('packages', installLocked);
    return rerunOnPinnedNode(inRoot('tools', 'test.mjs'), args);
  }
  const { runSuite } = await import('./suite/run-suite.mjs');
  return runSuite(args);
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  printError(error);
  console.log('\n0 passed, 1 failed');
  return 1;
});
