import { posix } from 'node:path';
import { pathInRepo } from '../places.mjs';

const EMPTY_WORDS = ['common', 'core', 'utils', 'util', 'helpers', 'helper', 'misc'];

/** A folder is named after what it holds; a name that fits everything gathers everything. */
export const folderNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { empty: 'A folder called "{{word}}" says nothing: name it after what it holds.' },
  },
  create(context) {
    const folders = posix.dirname(pathInRepo(context.filename)).split('/');
    const word = folders.find((each) => EMPTY_WORDS.includes(each));
    return word ? { Program: (node) => context.report({ node, messageId: 'empty', data: { word } }) } : {};
  },
};
