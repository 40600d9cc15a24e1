import { installLocked } from './start/install.mjs';
import { onPinnedNode, rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { inRoot } from './workspace/paths.mjs';
import { printError } from './workspace/plain-error.mjs';
import { step } from './workspace/steps.mjs';
import { readArguments } from './start/settings.mjs';

const HELP = `npm start [-- --demo] [-- --dev]
  --demo   fills in three sample clients and prints how to sign in
  --dev    rebuilds and restarts when a file changes
Settings: HOST (127.0.0.1), PORT (8080), DATA_DIR (.data), DATABASE_URL (a private MariaDB when absent)`;

/** `npm start`: installs, builds, migrates and serves ClientSt0r, and stops it in order. */
async function main(args) {
  const wanted = readArguments(args);
  if (wanted.help) return console.log(HELP);
  if (!onPinnedNode()) {
    await step('packages', installLocked);
    return rerunOnPinnedNode(inRoot('tools', 'start.mjs'), args);
  }
  const { serve } = await import('./start/serve.mjs');
  return serve(wanted);
}

const code = await main(process.argv.slice(2)).catch((error) => (printError(error), 1));
process.exit(code ?? 0);
