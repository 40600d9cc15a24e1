import { dataDoor } from './rules/data-door.mjs';
import { folderNames } from './rules/folder-names.mjs';
import { moduleGraph } from './rules/module-graph.mjs';
import { narrowDoor } from './rules/narrow-door.mjs';
import { noAdminBranch } from './rules/no-admin-branch.mjs';
import { noForwardRef } from './rules/no-forward-ref.mjs';
import { sides } from './rules/sides.mjs';
import { cssAsText, tokensOnly } from './rules/tokens-only.mjs';
import { valueImports } from './rules/value-imports.mjs';

/** The rules of this house that no published plug-in knows, as one ESLint plug-in. */
export const house = {
  meta: { name: 'house' },
  processors: { 'css-as-text': cssAsText },
  rules: {
    'data-door': dataDoor,
    'folder-names': folderNames,
    'module-graph': moduleGraph,
    'narrow-door': narrowDoor,
    'no-admin-branch': noAdminBranch,
    'no-forward-ref': noForwardRef,
    sides,
    'tokens-only': tokensOnly,
    'value-imports': valueImports,
  },
};
