import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from './places.mjs';

const options = { cwd: root, ignore: false, overrideConfigFile: join(root, 'eslint.config.mjs') };
const AWAITED = ['@typescript-eslint/no-floating-promises', '@typescript-eslint/no-misused-promises'];

/** The type checker knows only files that exist, and most fixtures do not. */
const withoutTypes = {
  files: ['apps/api/**/*.ts'],
  languageOptions: { parserOptions: { projectService: false } },
  rules: Object.fromEntries(AWAITED.map((rule) => [rule, 'off'])),
};
const plain = new ESLint({ ...options, overrideConfig: withoutTypes });
const typed = new ESLint(options);

/** Lints a text as if it stood at a path of the repository; returns the rules it breaks, each once. */
export function rulesBrokenBy(path, text) {
  return lint(plain, path, text);
}

/** The same with type information; the path must be that of an existing file of the API. */
export function rulesBrokenWithTypesBy(path, text) {
  return lint(typed, path, text);
}

async function lint(eslint, path, text) {
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
