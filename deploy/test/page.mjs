import { readFileSync } from 'node:fs';
import { inRoot } from '../../tools/workspace/paths.mjs';

/** The commands a page tells people to type, in order: every line of its `sh` blocks. */
export function commandsOf(page) {
  const text = readFileSync(inRoot('docs', page), 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) => block.trim().split('\n'));
}
