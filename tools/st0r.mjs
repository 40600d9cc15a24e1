import { installLocked } from './start/install.mjs';
import { onPinnedNode, rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { inRoot } from './workspace/paths.mjs';
import { printError } from './workspace/plain-error.mjs';

/** `npm run st0r -- <command>`: one operator command against this installation, running or not. */
async function main(words) {
  if (!onPinnedNode()) {
    await installLocked();
    return rerunOnPinnedNode(inRoot('tools', 'st0r.mjs'), words);
  }
  const { operate } = await import('./start/operate.mjs');
  return operate(words);
}

const code = await main(process.argv.slice(2)).catch((error) => (printError(error), 1));
process.exit(code ?? 0);
