import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from './places.mjs';

const eslint = new ESLint({ cwd: root, ignore: false, overrideConfigFile: join(root, 'eslint.config.mjs') });

/** Lints a text as if it stood at a path of the repository; returns the rules it breaks, each once. */
export async function rulesBrokenBy(path, text) {
  const results = await eslint.lintText(text, { filePath: join(root, path) });
  const messages = results.flatMap((result) => result.messages);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${path}: ${fatal.message}`);
  return [...new Set(messages.map((message) => message.ruleId ?? message.message))].sort();
}

/** A sentence per row: `[what it is, path, text, the rules it must break]`. */
export function proves(it, expect, rows) {
  for (const [sentence, path, text, rules] of rows) {
    it(sentence, async () => expect(await rulesBrokenBy(path, text)).toEqual(rules));
  }
}
