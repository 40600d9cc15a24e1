import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { PlainError, printError } from './workspace/plain-error.mjs';
import { inRoot } from './workspace/paths.mjs';

const HELP = `node tools/release.mjs --into <folder> [--with-node] [--tarball <file>] [--bundle <file> --sign-with <key>]
  --into       an empty or missing folder that becomes the release tree
  --with-node  keeps the pinned Node inside: for machines without one of their own
  --tarball    packs the tree as well
  --bundle     packs the tree with a signed manifest, for machines that are updated: name it <name>.st0r
  --sign-with  private key (Ed25519, PEM) of your releases; the tree carries its public half`;

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
      bundle: { type: 'string' },
      'sign-with': { type: 'string' },
    },
  });
  if (!values.into) throw new PlainError('Where should the release go?', HELP.split('\n'));
  if (values.bundle && !values['sign-with'])
    throw new PlainError('A bundle is signed: name the key.', ['--sign-with release-signing.pem']);
  const { makeRelease } = await import('./release/tree.mjs');
  const { packTree } = await import('./release/tarball.mjs');
  const { layPublicKey, makeBundle, signingKey, writeSchemaSteps } = await import('./release/bundle.mjs');
  const key = values['sign-with'] && signingKey(values['sign-with']);
  const into = await makeRelease(resolve(values.into), { withNode: values['with-node'] });
  if (key) layPublicKey(into, key);
  if (values.bundle) await writeSchemaSteps(into);
  if (values.tarball) await packTree(into, values.tarball);
  if (values.bundle) await makeBundle(into, { file: values.bundle, key });
  return 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => (printError(error), 1));
