import { moduleOf, pathInRepo } from '../places.mjs';

const MOST_NAMES = 10;

/** A module's index.ts exports at most ten names, each spelled out. */
export const narrowDoor = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      wide: `This door opens {{count}} names, at most ${MOST_NAMES} are allowed: keep more inside, or split the module.`,
      star: 'Name what leaves the module; `export *` opens the whole file.',
    },
  },
  create(context) {
    const inner = moduleOf(pathInRepo(context.filename))?.inner;
    if (inner !== 'index.ts') return {};
    let count = 0;
    return {
      ExportAllDeclaration: (node) => context.report({ node, messageId: 'star' }),
      ExportNamedDeclaration(node) {
        count += node.specifiers.length || node.declaration?.declarations?.length || 1;
      },
      'Program:exit'(node) {
        if (count > MOST_NAMES) context.report({ node, messageId: 'wide', data: { count } });
      },
    };
  },
};
