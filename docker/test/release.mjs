import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { dropPinnedNode } from '../../tools/release/packages.mjs';
import { run } from '../../tools/workspace/run.mjs';

/** A copy of the release tree of this run that shares its files: with the pinned Node, or as an image carries it. */
export async function copyOfRelease(release, { withNode = false } = {}) {
  const copy = join(scratchFolder(), 'release');
  const { code, output } = await run('cp', ['-al', release, copy]);
  if (code !== 0) throw new Error(`The release could not be copied: ${output}`);
  if (!withNode) dropPinnedNode(copy);
  return copy;
}

/** Starts a program of a release with exactly this environment, and nothing of ours. Answers { child, ended, says(text), words() }. */
export function startProgram(release, words, { env, cwd = '/', uid } = {}) {
  const path = `${join(process.execPath, '..')}:/usr/bin:/bin`;
  const child = spawn(join(release, 'bin', 'st0r'), words, {
    ...{ cwd, env: { PATH: path, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, words: said }));
  return { child, ended, words: () => said };
}
