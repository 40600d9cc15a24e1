import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './workspace/paths.mjs';
import { completed, missingOptional } from './workspace/lockfile.mjs';

/** `node tools/lockfile.mjs`: adds the packages for other platforms that npm left out; run it after `npm install`. */
const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptional(lock);
if (missing.length) writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
console.log(missing.length ? `added: ${missing.map(({ path }) => path.slice(13)).join(', ')}` : 'complete');
