import { installLocked } from './start/install.mjs';
import { rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { inRoot } from './workspace/paths.mjs';
import { printError } from './workspace/plain-error.mjs';

/** `node tools/on-pinned-node.mjs script args...`: runs a script of this checkout on the Node of the lockfile. */
async function main([script, ...args]) {
  await installLocked();
  return rerunOnPinnedNode(inRoot(script), args);
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => (printError(error), 1));
