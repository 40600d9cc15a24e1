import { installLocked } from './start/install.mjs';
import { onPinnedNode, rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { inRoot } from './workspace/paths.mjs';
import { printError } from './workspace/plain-error.mjs';

/** `npx nx run api:contract`: writes the schema files and the API client anew; `--check` fails when they differ. */
async function main(args) {
  if (!onPinnedNode()) {
    await installLocked();
    return rerunOnPinnedNode(inRoot('tools', 'contract.mjs'), args);
  }
  const { writeContract } = await import('./contract/write-contract.mjs');
  return writeContract({ check: args.includes('--check') });
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => (printError(error), 1));
