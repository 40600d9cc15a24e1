import { readFileSync } from 'node:fs';
import { inRoot } from '../../tools/workspace/paths.mjs';

/** The commands a page tells people to type, in order: every line of its `sh` blocks. */
export function commandsOf(page) {
  return blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'));
}

/** All blocks of a page, in order: { chapter, language, text }. */
export function blocksOf(page) {
  const text = readFileSync(inRoot('docs', page), 'utf8');
  const parts = text.matchAll(/^(?:## (?<chapter>.*)|```(?<language>\w*)\n(?<text>[\s\S]*?)^```)$/gm);
  let chapter = '';
  return [...parts].flatMap(({ groups }) => {
    if (groups.chapter === undefined) return [{ chapter, language: groups.language, text: groups.text }];
    chapter = groups.chapter;
    return [];
  });
}
