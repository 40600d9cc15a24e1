import { installDependencies } from './workspace/dependencies.mjs';
import { rerunOnPinnedNode } from './workspace/pinned-node.mjs';
import { PlainError, printError } from './workspace/plain-error.mjs';
import { inRoot } from './workspace/paths.mjs';
import { step } from './workspace/steps.mjs';
import { build, BUILDS } from './build/targets.mjs';

/** `node tools/build.mjs [api] [web]`: builds what changed. */
async function main(names) {
  const wanted = names.length ? names : BUILDS;
  const unknown = wanted.find((name) => !BUILDS.includes(name));
  if (unknown) throw new PlainError(`There is nothing called "${unknown}" to build.`, [`Known: ${BUILDS.join(', ')}.`]);
  for (const name of wanted) await step(`build ${name}`, async () => ((await build(name)) ? 'built' : 'unchanged'));
  return 0;
}

async function start(args) {
  await installDependencies();
  return (await rerunOnPinnedNode(inRoot('tools', 'build.mjs'), args)) ?? main(args);
}

process.exitCode = await start(process.argv.slice(2)).catch((error) => (printError(error), 1));
