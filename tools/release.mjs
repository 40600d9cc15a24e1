import { parseArgs } from 'node:util';
import { rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { PlainError, printError } from './workspace/plain-error.mjs';
import { inRoot } from './workspace/paths.mjs';

const HELP = `node tools/release.mjs --into <folder> [--with-node] [--tarball <file>]
  --into       an empty or missing folder that becomes the release tree
  --with-node  keeps the pinned Node inside: for machines without one of their own
  --tarball    packs the tree as well`;

/** Assembles what runs in production: built programs and pages, production packages, nothing to build with. */
async function main(args) {
  const rerun = await rerunOnPinnedNode(inRoot('tools', 'release.mjs'), args);
  if (rerun !== undefined) return rerun;
  const { values } = parseArgs({
    args,
    options: {
      into: { type: 'string' },
      'with-node': { type: 'boolean', default: false },
      tarball: { type: 'string' },
    },
  });
  if (!values.into) throw new PlainError('Where should the release go?', HELP.split('\n'));
  const { makeRelease } = await import('./release/tree.mjs');
  const { packTree } = await import('./release/tarball.mjs');
  await makeRelease(values.into, { withNode: values['with-node'] });
  if (values.tarball) await packTree(values.into, values.tarball);
  return 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => (printError(error), 1));
