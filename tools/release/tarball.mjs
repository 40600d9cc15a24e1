import { basename, dirname, resolve } from 'node:path';
import { PlainError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';
import { step } from '../workspace/steps.mjs';

/** Packs a release tree; owner and times are fixed, so that the same tree gives the same file. */
export async function packTree(folder, file) {
  const tree = resolve(folder);
  await step(`tarball: ${basename(file)}`, async () => {
    const { code, output } = await run('tar', [
      '--create',
      '--gzip',
      `--file=${resolve(file)}`,
      '--sort=name',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--mtime=UTC 2020-01-01',
      `--directory=${dirname(tree)}`,
      basename(tree),
    ]);
    if (code !== 0) throw new PlainError('tar could not pack the release. Its last words:', tail(output, 5));
  });
}
